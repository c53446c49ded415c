/**
 * A Kafka broker and a schema registry on this machine, started in seconds and bound to the loopback address: what
 * {@code communique run} and the integration tests stand on.
 *
 * <pre>
 *  this process                                a process of its own
 *  LocalCluster ── LocalBroker (in-process)
 *              └── LocalRegistry ──stdin──►    RegistryMain ── Apicurio Registry on an H2 file
 * </pre>
 */
package communique.cluster;
