/** Which alert goes to which channel, and together with which others. */
package communique.alert.route;
