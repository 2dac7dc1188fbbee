package dev.pagewright.gateway.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The pages of a file that are to be read, as people write them: {@code 1-3,8}; 1-based, in the file's order. */
final class PageSelection {

    private static final Pattern PART = Pattern.compile("\\s*(\\d{1,6})?\\s*(-)?\\s*(\\d{1,6})?\\s*");
    private static final int LONGEST = 2000;

    private PageSelection() {}

    /** Whether the text is a selection, whatever the file has. */
    static boolean wellFormed(String text) {
        return text.length() <= LONGEST
                && parse(text, Integer.MAX_VALUE >> 1, false).isPresent();
    }

    /** @return the numbers, or empty where the text is no selection or names no page of the file */
    static Optional<List<Integer>> of(String text, int filePages) {
        return parse(text, filePages, true).filter(numbers -> !numbers.isEmpty());
    }

    private static Optional<List<Integer>> parse(String text, int filePages, boolean expand) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches() || (matcher.group(1) == null && matcher.group(3) == null)) {
                return Optional.empty();
            }
            int from = matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
            int to = matcher.group(3) != null
                    ? Integer.parseInt(matcher.group(3))
                    : matcher.group(2) != null ? filePages : from;
            if (from < 1 || to < from || (matcher.group(2) == null && matcher.group(3) != null)) {
                return Optional.empty();
            }
            if (expand) {
                IntStream.rangeClosed(from, Math.min(to, filePages)).forEach(numbers::add);
            }
        }
        return Optional.of(new ArrayList<>(numbers));
    }
}
