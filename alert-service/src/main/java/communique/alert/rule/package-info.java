/** Watch rules: whose statements about whom raise an alert. */
package communique.alert.rule;
