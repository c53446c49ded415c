/** Messages in a shape of the operator's own. */
package communique.alert.delivery.template;
