package communique.testkit;

import java.util.Locale;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link TestCluster} as a parameter.
 *
 * <pre>
 * &#64;ExtendWith(ClusterExtension.class)
 * class EnrichServiceIT {
 *     &#64;Test
 *     void tagsCountries(TestCluster cluster) { ... }
 * }
 * </pre>
 *
 * <p>All test classes of a JVM share one broker and one registry, started when the first test asks and stopped after
 * the last one. Every test class has a topic prefix of its own, with all topics and schemas of the catalogue, so that
 * classes never see each other's records; the tests of one class do.
 */
public final class ClusterExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(ClusterExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestCluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store store = context.getRoot().getStore(NAMESPACE);
        SharedCluster shared =
                store.computeIfAbsent(SharedCluster.class, key -> SharedCluster.start(), SharedCluster.class);
        return store.computeIfAbsent(
                prefixOf(context.getRequiredTestClass()), prefix -> TestCluster.in(shared, prefix), TestCluster.class);
    }

    /** The name of the outermost class: nested classes are part of it. */
    private static String prefixOf(Class<?> test) {
        return test.getName().replaceFirst("\\$.*", "").toLowerCase(Locale.ROOT);
    }
}
