/** The engine's front door: a document in, what it says out. */
package communique.analysis;
