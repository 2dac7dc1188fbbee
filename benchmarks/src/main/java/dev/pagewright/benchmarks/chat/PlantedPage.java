package dev.pagewright.benchmarks.chat;

import dev.pagewright.document.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A page that is filled with text of no matter, and with facts in one of several shapes. Not thread-safe. */
final class PlantedPage {

    private static final int FILLING = 3;
    private final Random random;
    private final Sheet sheet;
    private final List<String[]> rows = new ArrayList<>();

    PlantedPage(int index, List<String> matter, Random random) {
        this.random = random;
        sheet = new Sheet(index);
        for (int i = 0; i < FILLING; i++) {
            sheet.paragraph(matter.get(random.nextInt(matter.size())));
        }
    }

    /** @return name of the shape */
    String plant(PlantedFact fact, String value) {
        return switch (random.nextInt(4)) {
            case 0 -> {
                sheet.paragraph(fact.label() + ": " + value);
                yield "line";
            }
            case 1 -> {
                sheet.paragraph(fact.sentence().replace("{}", value));
                yield "sentence";
            }
            case 2 -> {
                sheet.skip(2);
                sheet.paragraph(fact.label());
                sheet.skip(-0.5);
                sheet.paragraph(value);
                sheet.skip(2);
                yield "above";
            }
            default -> {
                rows.add(new String[] {fact.label(), value});
                yield "table row";
            }
        };
    }

    Page page() {
        if (!rows.isEmpty()) {
            sheet.table(rows, false);
        }
        return sheet.page();
    }
}
