package dev.pagewright.worker.assembly;

import dev.pagewright.document.Block.PageFurniture;
import dev.pagewright.worker.layout.table.Captions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what repeats at the edge of many pages that have other text, and page numbers that count with the pages. What
 * is all that pages have is their text.
 */
final class RunningText {

    private static final Pattern NUMBER = Pattern.compile(
            "^[\\s\\-–—·|\\[(]*(?:page|pg\\.?|p\\.|seite|página|pagina|stránka|strana|str\\.|side|sida|第)?\\s*"
                    + "(\\d{1,5}|[ivxlc]{1,8})\\s*(?:页|頁|ページ)?(?:\\s*(?:/|of|von|de|di|sur|z)\\s*\\d{1,5})?[\\s\\-–—·|\\])]*$",
            Pattern.CASE_INSENSITIVE);

    /** Rows of a page's height that count as the same place. */
    private static final int PLACES = 40;

    private final Map<String, Integer> pagesByKey = new HashMap<>();
    private final Map<String, Integer> firstByKey = new HashMap<>();
    private final Map<Integer, Integer> pagesByOffset = new HashMap<>();
    private int pages;

    static OptionalInt pageNumber(String text) {
        Matcher matcher = NUMBER.matcher(text.strip());
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        String digits = matcher.group(1);
        if (Character.isDigit(digits.charAt(0))) {
            return OptionalInt.of(Integer.parseInt(digits));
        }
        return roman(digits.toLowerCase(Locale.ROOT));
    }

    void add(PageFeatures page) {
        pages++;
        page.blocks().stream()
                .filter(BlockFeature::atEdge)
                .flatMap(block -> RunningForms.of(block.key(), page.number()).stream()
                        .flatMap(form -> Stream.of(place(block, form, 0), place(block, form, 1))))
                .distinct()
                .forEach(key -> {
                    if (page.body()) {
                        pagesByKey.merge(key, 1, Integer::sum);
                    }
                    firstByKey.putIfAbsent(key, page.number());
                });
        page.blocks().stream()
                .filter(block -> block.number() >= 0)
                .map(block -> block.number() - page.number())
                .distinct()
                .forEach(offset -> pagesByOffset.merge(offset, 1, Integer::sum));
    }

    /** What the block is on its page, null where it is text. */
    PageFurniture.@Nullable Kind kind(BlockFeature block, PageFeatures page, double bodySize) {
        if (block.number() >= 0 && pagesByOffset.getOrDefault(block.number() - page.number(), 0) >= 2) {
            return PageFurniture.Kind.PAGE_NUMBER;
        }
        String form = RunningForms.of(block.key(), page.number()).stream()
                .max(Comparator.comparingInt(each -> seen(block, each)))
                .orElse("");
        int seen = seen(block, form);
        boolean title = bodySize > 0 && block.size() > 1.4 * bodySize;
        // a title that later pages repeat is the document's title where it stands first
        boolean first = block.heading()
                && firstByKey.getOrDefault(place(block, form, 0), 0) == page.number()
                && firstByKey.getOrDefault(place(block, form, 1), 0) == page.number();
        boolean repeats = pages >= 3 ? seen >= Math.max(2, Math.min(4, pages / 4)) : seen >= 2 && extreme(block);
        if (!block.atEdge() || title || first || !repeats || Captions.begins(block.key())) {
            return null;
        }
        if (RunningForms.chapterNumber(block.key())) {
            return PageFurniture.Kind.PAGE_NUMBER;
        }
        return block.place() < 0.5 ? PageFurniture.Kind.PAGE_HEADER : PageFurniture.Kind.PAGE_FOOTER;
    }

    private static boolean extreme(BlockFeature block) {
        return block.place() < 0.07 || block.place() > 0.93;
    }

    private int seen(BlockFeature block, String form) {
        return Math.max(
                pagesByKey.getOrDefault(place(block, form, 0), 0), pagesByKey.getOrDefault(place(block, form, 1), 0));
    }

    /** Two grids, half a step apart, so that near places share one of them. */
    private static String place(BlockFeature block, String form, int grid) {
        return grid + ":" + (int) Math.floor(block.place() * PLACES + grid * 0.5) + ":" + form;
    }

    private static OptionalInt roman(String text) {
        int value = 0;
        int last = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            int digit =
                    switch (text.charAt(i)) {
                        case 'i' -> 1;
                        case 'v' -> 5;
                        case 'x' -> 10;
                        case 'l' -> 50;
                        default -> 100;
                    };
            value += digit < last ? -digit : digit;
            last = Math.max(last, digit);
        }
        return value > 0 ? OptionalInt.of(value) : OptionalInt.empty();
    }
}
