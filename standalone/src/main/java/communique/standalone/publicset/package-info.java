/** How good the engine is on data that others published and labelled; the data is read where the user keeps it. */
package communique.standalone.publicset;
