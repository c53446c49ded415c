/** The page that shows alerts as they come, and the same alerts as JSON. */
package communique.alert.web;
