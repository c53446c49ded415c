/** Messages to Microsoft Teams: adaptive cards through a workflow. */
package communique.alert.delivery.teams;
