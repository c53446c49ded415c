package communique.alert.delivery.template;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds names in maps and numbers in lists, and nothing by reflection: a template cannot call anything. */
final class LookUp extends BasicCollector {
    @Override
    public Mustache.VariableFetcher createFetcher(Object context, String name) {
        return context instanceof Map || context instanceof Iterable ? super.createFetcher(context, name) : null;
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
        return new ConcurrentHashMap<>();
    }
}
