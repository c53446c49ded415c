package communique.alert.delivery.template;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import communique.alert.delivery.channel.Message;
import communique.alert.view.AlertJson;
import communique.alert.view.Words;
import communique.schemas.v1.Alert;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a template can name: {@code alert}, the first alert as JSON shows it with {@code who} and {@code whom} in words;
 * {@code alerts}, all of them; {@code more}, how many besides the first; {@code attempt}; {@code message_id}.
 */
final class TemplateContext {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private TemplateContext() {}

    static Map<String, Object> of(Message message, UnaryOperator<String> escape) {
        List<Object> alerts = message.alerts().stream()
                .map(alert -> escaped(fields(alert), escape))
                .toList();
        Map<String, Object> context = new HashMap<>();
        context.put("alert", alerts.get(0));
        context.put("alerts", alerts);
        context.put("more", alerts.size() == 1 ? null : alerts.size() - 1);
        context.put("attempt", message.attempt());
        context.put("message_id", message.id());
        return context;
    }

    private static Map<String, Object> fields(Alert alert) {
        Map<String, Object> fields = MAPPER.convertValue(AlertJson.of(alert), FIELDS);
        fields.put("who", Words.countries(alert.getSpeakers()));
        fields.put("whom", Words.country(alert.getAbout()));
        return fields;
    }

    private static Object escaped(Object value, UnaryOperator<String> escape) {
        if (value instanceof Map<?, ?> fields) {
            Map<Object, Object> safe = new LinkedHashMap<>();
            fields.forEach((key, field) -> safe.put(key, escaped(field, escape)));
            return safe;
        }
        if (value instanceof List<?> items) {
            List<Object> safe = new ArrayList<>();
            items.forEach(item -> safe.add(escaped(item, escape)));
            return safe;
        }
        return value instanceof String text ? escape.apply(text) : value;
    }
}
