package dev.pagewright.chat.fact;

import dev.pagewright.chat.passage.Passage;
import dev.pagewright.document.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A heading with what stands under it, as far as it is short: a list of languages, an address. */
final class Sections {

    private static final int LONGEST = 360;
    private static final int MOST = 12;
    private static final String BETWEEN = " › ";

    private Sections() {}

    static Optional<Fact> under(List<Passage> document, Passage heading) {
        String path = heading.context().isEmpty() ? heading.text() : heading.context() + BETWEEN + heading.text();
        var value = new StringBuilder();
        List<BoundingBox> boxes = new ArrayList<>();
        Passage first = null;
        int taken = 0;
        for (int i = heading.ordinal() + 1; i < document.size() && taken < MOST; i++) {
            Passage passage = document.get(i);
            boolean under = passage.page() == heading.page()
                    && (passage.row() == null || heading.kind() == Passage.Kind.HEADING)
                    && passage.kind() != Passage.Kind.HEADING
                    && (under(passage.context(), path) || Marks.checked(passage.text()) != null);
            if (under && Boolean.FALSE.equals(Marks.checked(passage.text()))) {
                continue; // a box that is not checked
            }
            if (!under || value.length() + passage.text().length() > LONGEST) {
                break;
            }
            value.append(value.isEmpty() ? "" : "; ").append(passage.text());
            passage.lines().forEach(line -> boxes.add(line.box()));
            first = first == null ? passage : first;
            taken++;
        }
        return first == null
                ? Optional.empty()
                : Optional.of(new Fact(
                        Fact.Kind.SECTION,
                        first,
                        heading.text(),
                        "",
                        heading.text(),
                        value.toString(),
                        heading.context(),
                        Set.of(),
                        first.text(),
                        boxes));
    }

    private static boolean under(String context, String path) {
        return context.equals(path) || context.startsWith(path + BETWEEN);
    }
}
