/** The taxonomy of topics and the words that tell them. */
package communique.analysis.topic;
