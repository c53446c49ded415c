/** A channel that sends mail. */
package communique.alert.delivery.email;
