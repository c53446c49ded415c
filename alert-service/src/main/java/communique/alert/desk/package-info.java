/** What people do: silence, take note, send again, try, switch a channel off and on. */
package communique.alert.desk;
