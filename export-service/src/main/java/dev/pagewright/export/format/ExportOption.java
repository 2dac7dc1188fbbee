package dev.pagewright.export.format;

import java.util.List;

/** A query parameter of a download: its name, what it does, and which values it takes. */
public sealed interface ExportOption {

    /** Which text of a translated document: the translation, or what stands on the page. */
    ExportOption CONTENT =
            new Choice("content", "the translation, or what stands on the page", List.of("translation", "original"));

    String name();

    String summary();

    /** Whether this value may stand in the query. */
    boolean takes(String value);

    /** What the user is told to give. */
    String expected();

    /** {@code true} or {@code false}; false where it is not given. */
    record Flag(String name, String summary) implements ExportOption {
        @Override
        public boolean takes(String value) {
            return "true".equals(value) || "false".equals(value);
        }

        @Override
        public String expected() {
            return "true or false";
        }
    }

    /** One of a list. */
    record Choice(String name, String summary, List<String> values) implements ExportOption {
        public Choice {
            values = List.copyOf(values);
        }

        @Override
        public boolean takes(String value) {
            return values.contains(value);
        }

        @Override
        public String expected() {
            return "one of " + String.join(", ", values);
        }
    }

    /** A number that people count from 1. */
    record Count(String name, String summary) implements ExportOption {
        @Override
        public boolean takes(String value) {
            return value.matches("[1-9][0-9]{0,8}");
        }

        @Override
        public String expected() {
            return "a number from 1";
        }
    }
}
