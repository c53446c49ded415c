/**
 * Chinese, in both scripts: short names of countries, clauses without blanks, speech that goes on without a subject.
 */
package communique.analysis.chinese;
