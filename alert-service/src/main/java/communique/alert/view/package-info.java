/** How an alert looks from outside: as JSON, and in words that are safe to show. */
package communique.alert.view;
