/** What is new: fingerprints of statements and stories, and why two of them are the same or not. */
package communique.analysis.novelty;
