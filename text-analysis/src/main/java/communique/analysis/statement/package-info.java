/** Statements: who says what about whom, sentence by sentence. */
package communique.analysis.statement;
