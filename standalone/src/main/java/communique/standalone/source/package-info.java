/** {@code communique sources}: the list of feeds, and what they hold. */
package communique.standalone.source;
