/**
 * What tests share. {@link communique.testkit.ClusterExtension} gives a test class a real broker and registry,
 * {@link communique.testkit.Records} sample records, {@link communique.testkit.TestClock} a clock to set.
 */
package communique.testkit;
