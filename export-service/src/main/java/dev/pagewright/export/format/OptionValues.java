package dev.pagewright.export.format;

import dev.pagewright.error.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The options of one download, checked against what its format knows. */
public final class OptionValues {

    public static final OptionValues NONE = new OptionValues(new TreeMap<>());

    private final SortedMap<String, String> values;

    private OptionValues(SortedMap<String, String> values) {
        this.values = values;
    }

    /**
     * @param query parameters without those that are no option ({@code format}, {@code api_token})
     * @throws ExportRefusedException {@code invalid_parameter} for an unknown name, a repeated one or a bad value
     */
    public static OptionValues of(Format format, Map<String, List<String>> query) throws ExportRefusedException {
        var values = new TreeMap<String, String>();
        for (var entry : query.entrySet()) {
            ExportOption option = option(format, entry.getKey());
            String value = entry.getValue().getFirst();
            if (entry.getValue().size() > 1 || !option.takes(value)) {
                throw new ExportRefusedException(
                        ErrorCode.INVALID_PARAMETER, "%s takes %s.".formatted(option.name(), option.expected()));
            }
            values.put(option.name(), value);
        }
        return new OptionValues(values);
    }

    public boolean flag(String name) {
        return "true".equals(values.get(name));
    }

    public boolean chosen(String name, String value) {
        return value.equals(values.get(name));
    }

    public OptionalInt count(String name) {
        String value = values.get(name);
        return value == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
    }

    /** The same text for the same options in any order: part of cache keys. */
    public String canonical() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
    }

    private static ExportOption option(Format format, String name) throws ExportRefusedException {
        for (ExportOption option : format.options()) {
            if (option.name().equals(name)) {
                return option;
            }
        }
        String known = format.options().stream().map(ExportOption::name).collect(Collectors.joining(", "));
        throw new ExportRefusedException(
                ErrorCode.INVALID_PARAMETER,
                "The format %s does not know this option; it knows %s."
                        .formatted(format.name(), known.isEmpty() ? "none" : known));
    }
}
