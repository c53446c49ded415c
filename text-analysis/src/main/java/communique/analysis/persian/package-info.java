/** What Persian and Dari need beyond their data. */
package communique.analysis.persian;
