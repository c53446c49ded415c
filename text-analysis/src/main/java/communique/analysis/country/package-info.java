/** Countries: how texts name them, and which part they play in an article. */
package communique.analysis.country;
