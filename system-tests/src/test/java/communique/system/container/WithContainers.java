package communique.system.container;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testcontainers.DockerClientFactory;

/**
 * Gives tests the system in containers, started once for all. Without Docker they are skipped; with
 * {@code CONTAINERS_REQUIRED=true} they fail.
 */
final class WithContainers implements ExecutionCondition, ParameterResolver {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(WithContainers.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (DockerClientFactory.instance().isDockerAvailable()) {
            return ConditionEvaluationResult.enabled("Docker is there");
        }
        if ("true".equals(System.getenv("CONTAINERS_REQUIRED"))) {
            throw new IllegalStateException("CONTAINERS_REQUIRED=true, and there is no Docker engine");
        }
        return ConditionEvaluationResult.disabled("needs a Docker engine, see CONTRIBUTING.md");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ComposedSystem.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(ComposedSystem.class, key -> ComposedSystem.start(), ComposedSystem.class);
    }
}
