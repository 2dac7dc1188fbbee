package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.passage.Passage;
import dev.pagewright.chat.passage.TableRow;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds what stands on many pages alike but for the page's number, such as the document's name, where the layout took it
 * for text.
 */
final class Furniture {

    private static final int LONGEST = 100;
    private static final int FEWEST = 3;
    /** Of all pages, those that it stands on at least. */
    private static final double SHARE = 0.25;

    /** Of those that are alike, those that count the pages at least. */
    private static final double COUNTING = 0.8;

    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{1,6}");

    private Furniture() {}

    /** @return ordinals of the passages that are nothing else */
    static Set<Integer> of(List<Passage> passages) {
        long pages = passages.stream().mapToInt(Passage::page).distinct().count();
        double least = Math.max(FEWEST, pages * SHARE);
        return passages.stream()
                .filter(Furniture::line)
                .collect(Collectors.groupingBy(
                        passage -> NUMBER.matcher(passage.text()).replaceAll("0")))
                .values()
                .stream()
                .filter(alike ->
                        alike.stream().mapToInt(Passage::page).distinct().count() >= least)
                .filter(alike -> mostly(alike, Passage::text) || mostly(alike, Furniture::offset))
                .flatMap(List::stream)
                .map(Passage::ordinal)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A short one that is no row of a table. */
    private static boolean line(Passage passage) {
        TableRow row = passage.row();
        return (row == null || row.table() < 0) && passage.text().length() <= LONGEST;
    }

    private static boolean mostly(List<Passage> alike, Function<Passage, Object> what) {
        long most = alike.stream().collect(Collectors.groupingBy(what, Collectors.counting())).values().stream()
                .mapToLong(count -> count)
                .max()
                .orElse(0);
        return most >= alike.size() * COUNTING;
    }

    /** What its last number is ahead of its page; where it has none, the page itself. */
    private static int offset(Passage passage) {
        return NUMBER.matcher(passage.text())
                .results()
                .map(MatchResult::group)
                .reduce((first, second) -> second)
                .map(number -> Integer.parseInt(number) - passage.page())
                .orElse(-passage.page());
    }
}
