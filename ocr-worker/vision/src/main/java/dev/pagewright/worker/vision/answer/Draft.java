package dev.pagewright.worker.vision.answer;

import java.util.List;

/** A piece of a model's answer, before anybody knows whether and where it stands on the page. */
public sealed interface Draft {

    /** Texts in reading order that are to be found on the page: one, or the cells' of a table. */
    List<String> pieces();

    /** @param level 1 to 6 */
    record Heading(int level, String text) implements Draft {
        @Override
        public List<String> pieces() {
            return List.of(text);
        }
    }

    record Paragraph(String text) implements Draft {
        @Override
        public List<String> pieces() {
            return List.of(text);
        }
    }

    /** @param marker as the answer gives it: {@code •} or a number with its delimiter */
    record Item(int depth, String marker, boolean ordered, String text) implements Draft {
        @Override
        public List<String> pieces() {
            return List.of(text);
        }
    }

    /** @param text what the model says of a picture: seldom text that stands on the page */
    record Figure(String text) implements Draft {
        @Override
        public List<String> pieces() {
            return List.of(text);
        }
    }

    record Caption(String text) implements Draft {
        @Override
        public List<String> pieces() {
            return List.of(text);
        }
    }

    /** @param latex without delimiters */
    record Formula(String latex) implements Draft {
        @Override
        public List<String> pieces() {
            return List.of(latex);
        }
    }

    record Code(String text) implements Draft {
        @Override
        public List<String> pieces() {
            return List.of(text);
        }
    }

    /** Cells in reading order; none lies outside the grid, no field has two. */
    record Grid(int rows, int columns, List<Field> fields) implements Draft {

        public record Field(int row, int column, int rowSpan, int columnSpan, boolean header, String text) {}

        public Grid {
            fields = List.copyOf(fields);
        }

        @Override
        public List<String> pieces() {
            return fields.stream().map(Field::text).toList();
        }
    }
}
