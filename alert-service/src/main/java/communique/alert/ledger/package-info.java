/** What happened, kept in memory to be looked at: decisions, deliveries, attempts, notes of people, sources. */
package communique.alert.ledger;
