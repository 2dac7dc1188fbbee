package dev.pagewright.gateway.submission;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.http.Nearest;
import dev.pagewright.gateway.http.Problem;
import dev.pagewright.gateway.http.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields of a submission, from the form and from the address: each known and given once. Blank ones are as if they
 * had not come.
 */
final class FormFields {

    private final Set<String> known;

    private FormFields(Set<String> known) {
        this.known = known;
    }

    /**
     * @param query parameters of the address
     * @return by name
     * @throws ProblemException 400, naming the field, where one is not known, in both, or given twice in different ways
     */
    static Map<String, String> of(List<UploadForm.Field> query, List<UploadForm.Field> form, Set<String> known) {
        FormFields rules = new FormFields(known);
        Map<String, String> inQuery = rules.given(query, "parameter");
        Map<String, String> fields = rules.given(form, "field");
        for (var parameter : inQuery.entrySet()) {
            if (fields.putIfAbsent(parameter.getKey(), parameter.getValue()) != null) {
                throw invalid("The field \"%s\" stands in the form and in the address; send it once."
                        .formatted(parameter.getKey()));
            }
        }
        return Map.copyOf(fields);
    }

    private Map<String, String> given(List<UploadForm.Field> sent, String kind) {
        Map<String, String> given = new HashMap<>();
        for (UploadForm.Field field : sent) {
            requireKnown(field.name(), kind);
            String earlier = field.value().isBlank() ? null : given.putIfAbsent(field.name(), field.value());
            if (earlier != null && !earlier.equals(field.value())) {
                throw invalid(
                        "The %s \"%s\" comes twice with different values; send it once.".formatted(kind, field.name()));
            }
        }
        return given;
    }

    private void requireKnown(String name, String kind) {
        if (!known.contains(name)) {
            throw invalid("There is no %s \"%s\"; the nearest is \"%s\", known are %s."
                    .formatted(
                            kind,
                            Problem.quoted(name),
                            Nearest.of(name, known),
                            String.join(", ", new TreeSet<>(known))));
        }
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ErrorCode.INVALID_PARAMETER, detail);
    }
}
