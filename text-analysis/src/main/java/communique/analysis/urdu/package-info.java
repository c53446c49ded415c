/** Urdu: verb last, who acts marked by "ne", owners before offices. */
package communique.analysis.urdu;
