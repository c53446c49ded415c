/** Stories: what was said before, and what an article adds to it. */
package communique.alert.story;
