/** What people may do to a running alert-service, from the command line. */
package communique.standalone.desk;
