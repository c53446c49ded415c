/** A channel for what already understands Alertmanager: its webhook payload, or an Alertmanager itself. */
package communique.alert.delivery.alertmanager;
