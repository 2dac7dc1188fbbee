package dev.pagewright.chat.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of a paragraph that are rows: a label, then figures. Tables without rules are sometimes taken for text. */
final class LooseRows {

    /** A figure at a line's end, with signs; what is before the first of them is the label. */
    private static final Pattern FIGURE =
            Pattern.compile("(?<=^|\\s)[$€£¥]?\\s?\\(?[$€£¥]?\\p{Nd}[\\p{Nd}.,'’]*\\)?(?:\\s?%)?(?=\\s|$|\\))");

    private static final Pattern LABELLED = Pattern.compile("^\\P{Nd}*\\p{L}\\P{Nd}*$");
    private static final int LONGEST_LABEL = 80;

    private LooseRows() {}

    /** Whether every line is a row, so that none of them is a line of prose that ends in figures. */
    static boolean are(List<PlacedText> lines) {
        int rows = 0;
        for (PlacedText line : lines) {
            String text = Folded.of(line.text());
            int label = label(text);
            if (label > 0 && label <= LONGEST_LABEL && figuresFrom(text, label)) {
                rows++;
            }
        }
        return rows > 0 && rows * 3 >= lines.size() * 2;
    }

    static TableRow row(String text, List<PlacedText> lines) {
        int label = Math.max(0, label(text));
        List<TableRow.Field> fields = new ArrayList<>();
        Matcher figures = FIGURE.matcher(text);
        figures.region(label, text.length());
        while (figures.find()) {
            fields.add(new TableRow.Field(
                    "", figures.group().strip(), lines.getFirst().box()));
        }
        return new TableRow(-1, "", text.substring(0, label).strip(), fields);
    }

    /** End of the label: where the figures begin that fill the rest of the line; -1 where it is none. */
    private static int label(String text) {
        Matcher figures = FIGURE.matcher(text);
        if (!figures.find() || figures.start() == 0) {
            return -1;
        }
        String label = text.substring(0, figures.start());
        return LABELLED.matcher(label).find() ? figures.start() : -1;
    }

    private static boolean figuresFrom(String text, int start) {
        String rest = FIGURE.matcher(text.substring(start)).replaceAll("");
        return rest.chars().noneMatch(Character::isLetter);
    }
}
