package dev.pagewright.worker.layout;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Engine;
import dev.pagewright.document.Line;
import dev.pagewright.document.TextStyle;
import dev.pagewright.document.Word;
import dev.pagewright.worker.page.PageContent;
import dev.pagewright.worker.page.Ruling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Sets text on a page of 612 x 792 as an engine would report it: every letter half the type's size wide. */
public final class TypesetPage {

    private final List<Line> lines = new ArrayList<>();
    private final List<Ruling> rulings = new ArrayList<>();
    private final List<BoundingBox> pictures = new ArrayList<>();

    /** A line whose left end and baseline are given. */
    public TypesetPage line(double left, double baseline, TextStyle style, String text) {
        double size = style.size();
        List<Word> words = new ArrayList<>();
        double x = left;
        for (String word : text.split(" ", -1)) {
            double width = word.length() * size / 2;
            words.add(new Word(word, new BoundingBox(x, baseline - 0.75 * size, x + width, baseline + 0.25 * size), 1));
            x += width + size / 4;
        }
        return line(style, text, words, 0);
    }

    public TypesetPage line(double left, double baseline, double size, String text) {
        return line(left, baseline, TextStyle.ofSize(size), text);
    }

    /** A line of right-to-left script whose right end is given. */
    public TypesetPage rightToLeft(double right, double baseline, double size, String text) {
        List<Word> words = new ArrayList<>();
        double x = right;
        for (String word : text.split(" ", -1)) {
            double width = word.length() * size / 2;
            words.add(new Word(word, new BoundingBox(x - width, baseline - 0.75 * size, x, baseline + 0.25 * size), 1));
            x -= width + size / 4;
        }
        return line(TextStyle.ofSize(size), text, words, 0);
    }

    /** One engine's line made of texts at several places, as engines report the rows of tables and columns. */
    public TypesetPage spread(double baseline, double size, double[] lefts, String... texts) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            var part = new TypesetPage().line(lefts[i], baseline, size, texts[i]);
            words.addAll(part.lines.getFirst().words());
        }
        return line(TextStyle.ofSize(size), String.join(" ", texts), words, 0);
    }

    /** A paragraph set ragged in a measure. */
    public TypesetPage paragraph(double left, double right, double baseline, double size, String text) {
        double y = baseline;
        var row = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!row.isEmpty() && left + (row.length() + 1 + word.length()) * size / 2 > right) {
                line(left, y, size, row.toString());
                row.setLength(0);
                y += 1.2 * size;
            }
            row.append(row.isEmpty() ? "" : " ").append(word);
        }
        return line(left, y, size, row.toString());
    }

    public TypesetPage line(TextStyle style, String text, List<Word> words, double angle) {
        BoundingBox box = BoundingBox.hull(words.stream().map(Word::box).toList());
        lines.add(new Line(text, box, 1, Engine.TEXT_LAYER, style, angle, words));
        return this;
    }

    public TypesetPage rule(double x1, double y1, double x2, double y2) {
        rulings.add(new Ruling(x1, y1, x2, y2, 0.5));
        return this;
    }

    public TypesetPage picture(double left, double top, double right, double bottom) {
        pictures.add(new BoundingBox(left, top, right, bottom));
        return this;
    }

    public PageContent content() {
        return new PageContent(612, 792, lines, rulings, pictures);
    }

    /** The same page with its parts in another order. */
    public PageContent shuffled(long seed) {
        List<Line> mixed = new ArrayList<>(lines);
        Collections.shuffle(mixed, new Random(seed));
        List<Ruling> mixedRulings = new ArrayList<>(rulings);
        Collections.shuffle(mixedRulings, new Random(seed));
        return new PageContent(612, 792, mixed, mixedRulings, pictures);
    }

    /** The same page with every box moved, and type sizes scaled. */
    public PageContent mapped(
            double width, double height, double typeScale, double angle, UnaryOperator<BoundingBox> map) {
        List<Line> moved = lines.stream()
                .map(line -> new Line(
                        line.text(),
                        map.apply(line.box()),
                        line.confidence(),
                        line.engine(),
                        new TextStyle(
                                line.style().size() * typeScale,
                                line.style().bold(),
                                line.style().italic(),
                                line.style().monospace()),
                        line.angle() + angle,
                        line.words().stream()
                                .map(word -> new Word(word.text(), map.apply(word.box()), word.confidence()))
                                .toList()))
                .toList();
        List<Ruling> movedRulings = rulings.stream()
                .map(ruling -> {
                    BoundingBox box = map.apply(new BoundingBox(ruling.x1(), ruling.y1(), ruling.x2(), ruling.y2()));
                    return new Ruling(box.left(), box.top(), box.right(), box.bottom(), ruling.thickness() * typeScale);
                })
                .toList();
        return new PageContent(
                width, height, moved, movedRulings, pictures.stream().map(map).toList());
    }

    public static double[] at(double... lefts) {
        return Arrays.copyOf(lefts, lefts.length);
    }
}
