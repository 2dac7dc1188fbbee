package dev.pagewright.gateway.submission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The pages of a file that are to be read, as people write them ({@code 1-3,8}): ranges of 1-based numbers that neither
 * overlap nor touch, in the file's order. Counted without being expanded, since an upload's number of pages is its
 * sender's word.
 */
record PageSelection(List<Range> ranges) {

    private static final Pattern PART = Pattern.compile("\\s*(\\d{1,6})?\\s*(-)?\\s*(\\d{1,6})?\\s*");
    private static final int LONGEST = 2000;

    /** Both ends belong to it. */
    record Range(int first, int last) {}

    PageSelection {
        ranges = List.copyOf(ranges);
    }

    /** Whether the text is a selection, whatever the file has. */
    static boolean wellFormed(String text) {
        return text.length() <= LONGEST && parts(text, Integer.MAX_VALUE).isPresent();
    }

    /** @return empty where the text is no selection or names no page of the file */
    static Optional<PageSelection> of(String text, int filePages) {
        return parts(text, filePages)
                .map(parts -> new PageSelection(joined(parts, filePages)))
                .filter(selection -> !selection.ranges().isEmpty());
    }

    static PageSelection all(int filePages) {
        return new PageSelection(List.of(new Range(1, filePages)));
    }

    long count() {
        return ranges.stream()
                .mapToLong(range -> range.last() - range.first() + 1L)
                .sum();
    }

    /** The numbers themselves; for a selection whose count is known to be bearable. */
    List<Integer> numbers() {
        return ranges.stream()
                .flatMapToInt(range -> IntStream.rangeClosed(range.first(), range.last()))
                .boxed()
                .toList();
    }

    /** The ranges as they were written. */
    private static Optional<List<Range>> parts(String text, int filePages) {
        List<Range> parts = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches() || (matcher.group(1) == null && matcher.group(3) == null)) {
                return Optional.empty();
            }
            boolean open = matcher.group(2) != null;
            int from = matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
            int to = matcher.group(3) != null
                    ? Integer.parseInt(matcher.group(3))
                    : open ? Math.max(filePages, from) : from;
            if (from < 1 || to < from || (!open && matcher.group(3) != null)) {
                return Optional.empty();
            }
            parts.add(new Range(from, to));
        }
        return Optional.of(parts);
    }

    /** What of the ranges is in the file, sorted, each page once. */
    private static List<Range> joined(List<Range> parts, int filePages) {
        List<Range> joined = new ArrayList<>();
        List<Range> sorted =
                parts.stream().sorted(Comparator.comparingInt(Range::first)).toList();
        for (Range part : sorted) {
            int last = Math.min(part.last(), filePages);
            Range before = joined.isEmpty() ? null : joined.getLast();
            if (part.first() > last) {
                continue;
            }
            if (before != null && part.first() <= before.last() + 1) {
                joined.set(joined.size() - 1, new Range(before.first(), Math.max(before.last(), last)));
            } else {
                joined.add(new Range(part.first(), last));
            }
        }
        return joined;
    }
}
