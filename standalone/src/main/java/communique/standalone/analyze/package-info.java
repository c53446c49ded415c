/** What the engine sees in one text, for people and for programs. */
package communique.standalone.analyze;
