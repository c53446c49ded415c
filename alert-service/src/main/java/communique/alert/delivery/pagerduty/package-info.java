/** Events to PagerDuty: its Events API v2. */
package communique.alert.delivery.pagerduty;
