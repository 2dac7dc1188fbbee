package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.passage.Passage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the lines of tables of contents, which hold the words of every question and answer none: blocks or pages most
 * of whose lines end in the number of a page, the next not before the last.
 */
final class TableOfContents {

    /** At the end of a line, looked for in its last letters alone: lines may be long. */
    private static final Pattern NUMBER = Pattern.compile("[\\s.…](\\p{Nd}{1,3})$");

    private static final int NUMBER_LENGTH = 4;
    private static final int FEWEST = 6;
    private static final double MOST = 0.5;
    private static final double IN_ORDER = 0.85;

    private record Block(int page, int block) {}

    private TableOfContents() {}

    /** @return ordinals of the passages that are its lines */
    static Set<Integer> of(List<Passage> passages) {
        int pages = (int) passages.stream().mapToInt(Passage::page).distinct().count();
        Set<Integer> lines = new HashSet<>();
        for (var part : parts(passages)) {
            if (contents(part, pages)) {
                part.forEach(line -> lines.add(line.ordinal()));
            }
        }
        return lines;
    }

    private static List<List<Passage>> parts(List<Passage> passages) {
        List<List<Passage>> parts = new ArrayList<>(grouped(passages, Passage::page));
        parts.addAll(grouped(passages, passage -> new Block(passage.page(), passage.block())));
        return parts;
    }

    private static Collection<List<Passage>> grouped(List<Passage> passages, Function<Passage, Object> by) {
        return passages.stream().collect(Collectors.groupingBy(by)).values();
    }

    private static boolean contents(List<Passage> lines, int pages) {
        List<Integer> numbers = lines.stream()
                .map(line -> number(line.text()))
                .flatMap(Optional::stream)
                .filter(number -> number <= pages)
                .toList();
        int ordered = 0;
        for (int i = 1; i < numbers.size(); i++) {
            ordered += numbers.get(i) >= numbers.get(i - 1) ? 1 : 0;
        }
        return numbers.size() >= FEWEST
                && numbers.size() >= lines.size() * MOST
                && ordered >= (numbers.size() - 1) * IN_ORDER;
    }

    /** The number of a page that the line ends in, after some words. */
    private static Optional<Integer> number(String text) {
        String end = text.substring(Math.max(0, text.length() - NUMBER_LENGTH));
        Matcher number = NUMBER.matcher(end);
        return number.find() && text.chars().anyMatch(Character::isLetter)
                ? Optional.of(Integer.parseInt(number.group(1)))
                : Optional.empty();
    }
}
