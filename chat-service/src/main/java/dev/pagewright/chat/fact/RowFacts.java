package dev.pagewright.chat.fact;

import dev.pagewright.chat.passage.Passage;
import dev.pagewright.chat.passage.PlacedText;
import dev.pagewright.chat.passage.TableRow;
import dev.pagewright.document.BoundingBox;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The fields of a table's row, each with what stands beside and above it. */
final class RowFacts {

    private record Field(String header, String text) {}

    private RowFacts() {}

    static List<Fact> of(Passage passage) {
        TableRow row = passage.row();
        if (row == null || row.fields().isEmpty()) {
            return lines(passage);
        }
        List<Field> fields = new ArrayList<>();
        if (!row.label().isEmpty()) {
            fields.add(new Field("", row.label()));
        }
        row.fields().forEach(field -> fields.add(new Field(field.header(), field.text())));
        String above = (passage.context() + " " + row.group()).strip();
        List<BoundingBox> boxes = boxes(passage);
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            var about = new StringBuilder();
            for (int j = 0; j < fields.size(); j++) {
                about.append(j == i ? "" : fields.get(j).text() + " ");
            }
            Field field = fields.get(i);
            facts.add(new Fact(
                    fields.size() == 1 ? Fact.Kind.LINE : Fact.Kind.CELL,
                    passage,
                    row.label().equals(field.text()) ? "" : row.label(),
                    field.header(),
                    about.toString().strip(),
                    field.text(),
                    above,
                    Set.of(),
                    passage.text(),
                    boxes));
        }
        return facts;
    }

    /** A row without fields is a table's head, or holds forms' fields with their labels inside. */
    private static List<Fact> lines(Passage passage) {
        List<Fact> facts = new ArrayList<>();
        for (PlacedText cell : passage.lines()) {
            facts.add(new Fact(
                    Fact.Kind.LINE,
                    passage,
                    "",
                    "",
                    "",
                    cell.text(),
                    passage.context(),
                    Set.of(),
                    passage.text(),
                    List.of(cell.box())));
        }
        return facts;
    }

    private static List<BoundingBox> boxes(Passage passage) {
        Set<BoundingBox> boxes = new LinkedHashSet<>();
        passage.lines().forEach(line -> boxes.add(line.box()));
        return List.copyOf(boxes);
    }
}
