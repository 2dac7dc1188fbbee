package dev.pagewright.worker.vision.grounding;

import dev.pagewright.worker.vision.answer.Draft;
import java.util.regex.Pattern;

/** The text of a draft as a block has it. */
final class DraftText {

    private static final Pattern BETWEEN_UNSPACED =
            Pattern.compile("(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\u3000-\\u303F\\uFF01-\\uFF60])\\s*\\n\\s*"
                    + "(?=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\u3000-\\u303F\\uFF01-\\uFF60])");

    private DraftText() {}

    static String of(Draft draft) {
        return switch (draft) {
            case Draft.Grid grid -> grid(grid);
            case Draft.Code code -> code.text();
            case Draft.Heading heading -> joined(heading.text());
            case Draft.Paragraph paragraph -> joined(paragraph.text());
            case Draft.Item item -> joined(item.text());
            case Draft.Figure figure -> joined(figure.text());
            case Draft.Caption caption -> joined(caption.text());
            case Draft.Formula formula -> formula.latex();
        };
    }

    /** Lines of a paragraph, joined as the script wants it. */
    private static String joined(String text) {
        return BETWEEN_UNSPACED
                .matcher(text)
                .replaceAll("")
                .replaceAll("\\s*\\n\\s*", " ")
                .strip();
    }

    private static String grid(Draft.Grid grid) {
        var text = new StringBuilder();
        int row = 0;
        boolean first = true;
        for (Draft.Grid.Field field : grid.fields()) {
            text.append(first ? "" : field.row() == row ? "\t" : "\n")
                    .append(field.text().replaceAll("\\s+", " "));
            row = field.row();
            first = false;
        }
        return text.toString();
    }
}
