/** {@code communique extract}: the article of a web page. */
package communique.standalone.extract;
