/** {@code communique dlq}: what the services could not process, shown and sent again. */
package communique.standalone.deadletter;
