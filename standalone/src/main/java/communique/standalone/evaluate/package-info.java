/** How good the engine is on labelled articles. */
package communique.standalone.evaluate;
