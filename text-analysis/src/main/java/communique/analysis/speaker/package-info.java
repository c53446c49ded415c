/** Who speaks: states, their offices, and the people who held them when. */
package communique.analysis.speaker;
