package communique.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The table of rights in {@code docs/access-control.md}, as an authorizer takes it. */
record AccessTable(List<Row> rows) {
    private static final int COLUMNS = 5;

    /** One line of it. */
    record Row(String principal, ResourcePattern resource, List<AclOperation> operations) {
        Stream<AclBinding> bindings() {
            return operations.stream()
                    .map(operation -> new AclBinding(
                            resource,
                            new AccessControlEntry("User:" + principal, "*", operation, AclPermissionType.ALLOW)));
        }
    }

    static AccessTable read(Path document) {
        try {
            return new AccessTable(Files.readAllLines(document).stream()
                    .filter(line -> line.startsWith("|") && !line.startsWith("|---") && !line.startsWith("| principal"))
                    .map(AccessTable::row)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everybody who is granted something. */
    TreeSet<String> principals() {
        return rows.stream().map(Row::principal).collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }

    List<AclBinding> bindings() {
        return rows.stream().flatMap(Row::bindings).toList();
    }

    private static Row row(String line) {
        List<String> cells = new ArrayList<>(
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList());
        List<String> inner = cells.subList(1, cells.size() - 1);
        if (inner.size() != COLUMNS) {
            throw new IllegalArgumentException("not a row of rights: " + line);
        }
        ResourceType type = ResourceType.valueOf(inner.get(1).replace('-', '_').toUpperCase(Locale.ROOT));
        PatternType match = PatternType.valueOf(inner.get(3).toUpperCase(Locale.ROOT));
        List<AclOperation> operations = Arrays.stream(inner.get(4).split(", "))
                .map(AccessTable::operation)
                .toList();
        return new Row(inner.get(0), new ResourcePattern(type, inner.get(2), match), operations);
    }

    private static AclOperation operation(String name) {
        return AclOperation.valueOf(name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
    }
}
