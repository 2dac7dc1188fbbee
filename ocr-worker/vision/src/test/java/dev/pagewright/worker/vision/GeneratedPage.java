package dev.pagewright.worker.vision;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Engine;
import dev.pagewright.document.Line;
import dev.pagewright.document.TextStyle;
import dev.pagewright.document.Word;
import dev.pagewright.worker.page.PageContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A page whose truth is known: two columns of paragraphs, and a table of numbers below them; and what an engine sees of
 * it, with some letters misread (and less confidence there).
 */
public final class GeneratedPage {

    /** @param box where it stands */
    public record TrueWord(String text, BoundingBox box, int paragraph) {}

    private static final String[] SYLLABLES = {
        "ba", "ren", "to", "mil", "sa", "ker", "un", "vo", "lin", "de", "par", "gos", "ti", "fe", "mun", "ol", "tra",
        "ze"
    };

    private final Random random;
    private final List<String> vocabulary;
    private final List<TrueWord> words = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final double misread;
    private int paragraphs;

    /** @param misread probability that an engine misreads a letter */
    public GeneratedPage(long seed, double misread) {
        this.random = new Random(seed);
        this.misread = misread;
        this.vocabulary = vocabulary(new Random(7), 600);
        column(50, 290, 60);
        column(320, 560, 60);
        table();
    }

    static List<String> vocabulary(Random random, int size) {
        Set<String> words = new TreeSet<>(Set.of("of", "a", "in", "at", "the", "on", "is", "to"));
        while (words.size() < size) {
            var word = new StringBuilder();
            for (int i = random.nextInt(4); i >= 0; i--) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            words.add(word.toString());
        }
        return List.copyOf(words);
    }

    public List<TrueWord> words() {
        return words;
    }

    public PageContent content() {
        return new PageContent(612, 792, lines, List.of(), List.of());
    }

    /** The vocabulary that the page was written with. */
    public List<String> vocabulary() {
        return vocabulary;
    }

    /** The words of each paragraph and each row. */
    public List<List<String>> paragraphs() {
        List<List<String>> all = new ArrayList<>();
        for (int paragraph = 0; paragraph < paragraphs; paragraph++) {
            int number = paragraph;
            all.add(new ArrayList<>(words.stream()
                    .filter(word -> word.paragraph() == number)
                    .map(TrueWord::text)
                    .toList()));
        }
        return all;
    }

    /** The paragraphs as Markdown, the last five as a table. */
    public static String markdown(List<List<String>> paragraphs) {
        var text = new StringBuilder();
        int rows = 5;
        for (List<String> paragraph : paragraphs.subList(0, paragraphs.size() - rows)) {
            text.append(String.join(" ", paragraph)).append("\n\n");
        }
        text.append("<table>");
        for (List<String> row : paragraphs.subList(paragraphs.size() - rows, paragraphs.size())) {
            text.append("<tr><td>").append(String.join("</td><td>", row)).append("</td></tr>\n");
        }
        return text.append("</table>").toString();
    }

    private void column(double left, double right, double top) {
        double y = top;
        for (int paragraph = 0; paragraph < 3; paragraph++) {
            double x = left;
            List<Word> line = new ArrayList<>();
            for (int i = 0; i < 45; i++) {
                String word = random.nextInt(12) == 0
                        ? Integer.toString(random.nextInt(100_000))
                        : vocabulary.get(random.nextInt(vocabulary.size()));
                if (x + word.length() * 5 > right) {
                    line(line);
                    line = new ArrayList<>();
                    x = left;
                    y += 12;
                }
                line.add(word(word, x, y));
                x += word.length() * 5 + 4;
            }
            line(line);
            y += 26;
            paragraphs++;
        }
    }

    private void table() {
        for (int row = 0; row < 5; row++) {
            List<Word> cells = new ArrayList<>();
            for (int column = 0; column < 4; column++) {
                String text = column == 0
                        ? vocabulary.get(random.nextInt(vocabulary.size()))
                        : random.nextInt(40) + "." + random.nextInt(10);
                cells.add(word(text, 80 + 120 * column, 620 + 20 * row));
            }
            line(cells);
            paragraphs++;
        }
    }

    private Word word(String text, double x, double y) {
        var box = new BoundingBox(x, y, x + text.length() * 5, y + 9);
        words.add(new TrueWord(text, box, paragraphs));
        var read = new StringBuilder(text);
        boolean wrong = false;
        for (int i = 0; i < text.length(); i++) {
            if (random.nextDouble() < misread) {
                read.setCharAt(i, (char) ('a' + random.nextInt(26)));
                wrong = true;
            }
        }
        return new Word(
                read.toString(), box, wrong ? 0.3 + 0.4 * random.nextDouble() : 0.9 + 0.09 * random.nextDouble());
    }

    private void line(List<Word> words) {
        lines.add(new Line(
                String.join(" ", words.stream().map(Word::text).toList()),
                BoundingBox.hull(words.stream().map(Word::box).toList()),
                words.stream().mapToDouble(Word::confidence).average().orElse(0),
                Engine.TESSERACT,
                TextStyle.ofSize(9),
                0,
                words));
    }
}
