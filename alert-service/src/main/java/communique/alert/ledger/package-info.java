/** What happened, kept to be looked at: decisions, deliveries, attempts, notes of people, sources. */
package communique.alert.ledger;
