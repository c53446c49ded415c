/** A channel for people at a terminal. */
package communique.alert.delivery.console;
