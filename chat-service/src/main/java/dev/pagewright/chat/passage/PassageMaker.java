package dev.pagewright.chat.passage;

import dev.pagewright.document.Block;
import dev.pagewright.document.Page;
import dev.pagewright.document.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes passages of a document's pages, given one after the other: a paragraph under its headings, a table's row with
 * its header, a list's item with its introduction. A passage never leaves its page; where a sentence runs on, the rest
 * of it carries its beginning as context. Not thread-safe.
 */
public final class PassageMaker {

    private static final int LONGEST_WORDS = 120;
    private static final int INTRODUCTION = 300;
    private static final int LONGEST_TITLE = 70;
    private static final int MOST_TITLE_WORDS = 9;

    /** A label with its value heads nothing. */
    private static final Pattern LABELLED = Pattern.compile("[:：]\\s*\\S");

    private final List<Passage> passages = new ArrayList<>();
    private final Headings headings = new Headings();
    private final Locale language;
    private String introduction = "";
    private String open = "";

    /** @param language of the document; for the borders of sentences */
    public PassageMaker(Locale language) {
        this.language = language;
    }

    public List<Passage> passages() {
        return List.copyOf(passages);
    }

    public void add(Page page) {
        List<Block> blocks = page.blocks();
        boolean first = true;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            String text = Folded.of(PlainText.block(page, block));
            if (text.isEmpty()) {
                continue;
            }
            var place = new Place(page, i);
            String start = first ? open : "";
            first = false;
            open = "";
            switch (block) {
                case Block.Heading heading -> heading(place, heading, text);
                case Block.TableBlock table -> table(place, table);
                case Block.ListItem item -> item(place, item, text);
                case Block.Paragraph paragraph -> paragraph(place, paragraph, text, start);
                case Block.Figure other -> text(place, other, text, "");
                case Block.Caption other -> text(place, other, text, "");
                case Block.Formula other -> text(place, other, text, "");
                case Block.Code other -> text(place, other, text, "");
                case Block.Footnote other -> text(place, other, text, "");
                case Block.PageFurniture ignored -> {} // its text is empty
            }
        }
    }

    /** Where a passage comes from. */
    private record Place(Page page, int block) {}

    private void heading(Place place, Block.Heading heading, String text) {
        add(place, Passage.Kind.HEADING, headings.path(), text, lines(heading));
        if (text.startsWith("(")) { // "(in millions)" tells of what follows, and ends no section
            introduction = introduction(text);
            return;
        }
        headings.enter(heading.level(), text);
        introduction = "";
    }

    private void paragraph(Place place, Block.Paragraph paragraph, String text, String start) {
        List<PlacedText> lines = lines(paragraph);
        if (LooseRows.are(lines)) {
            for (PlacedText line : lines) {
                String row = Folded.of(line.text());
                if (text.contains(row)) {
                    add(place, Passage.Kind.ROW, context(introduction), row, List.of(line));
                }
            }
            return;
        }
        text(place, paragraph, text, start);
        if (shortTitle(text)) {
            headings.enterMinor(text);
        }
        introduction = text.chars().anyMatch(Character::isLetter) ? introduction(text) : "";
        open = Sentences.runsOn(text) && !shortTitle(text) ? last(text) : "";
    }

    private void item(Place place, Block.ListItem item, String text) {
        for (String piece : pieces(text)) {
            add(place, Passage.Kind.ITEM, context(introduction), piece, Places.lines(lines(item), piece));
        }
    }

    private void text(Place place, Block block, String text, String start) {
        for (String piece : pieces(text)) {
            add(place, Passage.Kind.TEXT, context(start), piece, Places.lines(lines(block), piece));
        }
    }

    private void table(Place place, Block.TableBlock block) {
        String context = context(introduction);
        for (TableRows.Found row :
                TableRows.of(block.table(), place.page.tables().get(block.table()))) {
            passages.add(new Passage(
                    passages.size(),
                    place.page.index(),
                    place.page.number(),
                    place.block,
                    Passage.Kind.ROW,
                    context,
                    row.text(),
                    row.places(),
                    row.row()));
        }
    }

    private void add(Place place, Passage.Kind kind, String context, String text, List<PlacedText> lines) {
        passages.add(new Passage(
                passages.size(),
                place.page.index(),
                place.page.number(),
                place.block,
                kind,
                context,
                text,
                lines,
                kind == Passage.Kind.ROW ? LooseRows.row(text, lines) : null));
    }

    private String context(String more) {
        String path = headings.path();
        return more.isEmpty() ? path : path.isEmpty() ? more : path + " › " + more;
    }

    /** A line that heads what follows although the page's layout shows a paragraph. */
    private static boolean shortTitle(String text) {
        return text.length() <= LONGEST_TITLE
                && text.chars().filter(c -> c == ' ').count() < MOST_TITLE_WORDS
                && Character.isUpperCase(text.codePointAt(0))
                && Character.isLetterOrDigit(text.codePointBefore(text.length()))
                && !Figures.any(text.substring(text.lastIndexOf(' ') + 1))
                && !LABELLED.matcher(text).find();
    }

    private String introduction(String text) {
        if (text.length() <= INTRODUCTION) {
            return text;
        }
        String last = last(text);
        return last.length() <= INTRODUCTION ? last : last.substring(last.length() - INTRODUCTION);
    }

    private String last(String text) {
        List<String> sentences = Sentences.of(text, language);
        return sentences.isEmpty() ? "" : sentences.getLast();
    }

    private List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        int words = 0;
        int at = 0;
        for (String sentence : Sentences.of(text, language)) {
            int start = text.indexOf(sentence, at);
            int count = words(sentence);
            if (words > 0 && words + count > LONGEST_WORDS) {
                pieces.add(text.substring(from, start).strip());
                from = start;
                words = 0;
            }
            words += count;
            at = start + sentence.length();
        }
        String rest = text.substring(from).strip();
        if (!rest.isEmpty()) {
            pieces.add(rest);
        }
        return pieces;
    }

    /** Words; of scripts without blanks, two letters count as one. */
    private static int words(String text) {
        int blanks = (int) text.chars().filter(c -> c == ' ').count() + 1;
        return Math.max(blanks, text.length() / 12);
    }

    private static List<PlacedText> lines(Block block) {
        return block.lines().isEmpty()
                ? List.of(new PlacedText(block.text(), block.box()))
                : block.lines().stream()
                        .map(line -> new PlacedText(line.text(), line.box()))
                        .toList();
    }
}
