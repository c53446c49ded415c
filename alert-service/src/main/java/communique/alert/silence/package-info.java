/** Silences: alerts nobody wants to be told of for a time. */
package communique.alert.silence;
