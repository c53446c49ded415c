/** Notifications to phones through ntfy. */
package communique.alert.delivery.ntfy;
