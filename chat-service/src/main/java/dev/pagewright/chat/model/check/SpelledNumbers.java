package dev.pagewright.chat.model.check;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Numbers in words of one language, by ICU's rules of spelling them (CLDR, RBNF). One and zero, which are words of much else, are left out. */
final class SpelledNumbers {

    /** @param text the words */
    record Spelled(String text, BigDecimal value) {}

    private static final Map<String, SpelledNumbers> LOADED = new ConcurrentHashMap<>();
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern HAN = Pattern.compile("[〇零一二三四五六七八九十百千万萬億亿]{2,}");

    private static final int TO = 2_100;

    private final String language;
    private final Set<String> words = new HashSet<>();
    /** Without blanks and hyphens, which people set as they like. */
    private final Map<String, BigDecimal> known = new HashMap<>();

    private SpelledNumbers(String language) {
        this.language = language;
        RuleBasedNumberFormat format = format();
        IntStream.concat(IntStream.rangeClosed(2, TO), IntStream.of(1_000_000)).forEach(number -> {
            String spelled = format.format(number).replace("\u00ad", "").toLowerCase(Locale.ROOT);
            words.addAll(WordLists.words(spelled));
            known.putIfAbsent(joined(spelled), BigDecimal.valueOf(number).stripTrailingZeros());
        });
    }

    /** @param language ISO 639 code; one without rules gives ICU's root rules, which spell nothing */
    static SpelledNumbers of(String language) {
        return LOADED.computeIfAbsent(language.equals("ch") ? "zh" : language, SpelledNumbers::new);
    }

    List<Spelled> in(String text) {
        List<Spelled> found = new ArrayList<>();
        if (language.equals("zh") || language.equals("ja")) {
            HAN.matcher(text).results().forEach(match -> add(found, match.group()));
            return found;
        }
        var run = new StringBuilder();
        int end = 0;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            boolean joins = !run.isEmpty() && text.substring(end, word.start()).matches("[ -]");
            if (!joins) {
                add(found, run.toString());
                run.setLength(0);
            }
            if (words.contains(word.group().toLowerCase(Locale.ROOT))) {
                run.append(run.isEmpty() ? "" : text.substring(end, word.start()))
                        .append(word.group());
                end = word.end();
            } else {
                add(found, run.toString());
                run.setLength(0);
            }
        }
        add(found, run.toString());
        return found;
    }

    private void add(List<Spelled> found, String run) {
        BigDecimal value = known.get(joined(run.toLowerCase(Locale.ROOT)));
        if (value != null) {
            found.add(new Spelled(run, value));
        } else if (!run.isEmpty()) {
            parsed(run).ifPresent(number -> found.add(new Spelled(run, number)));
        }
    }

    private Optional<BigDecimal> parsed(String run) {
        var position = new ParsePosition(0);
        Number number = format().parse(run.toLowerCase(Locale.ROOT), position);
        return position.getIndex() == run.length() && number != null && Math.abs(number.doubleValue()) > 1
                ? Optional.of(new BigDecimal(number.toString()).stripTrailingZeros())
                : Optional.empty();
    }

    private static String joined(String spelled) {
        return spelled.replaceAll("[\\s-]", "");
    }

    /** ICU's formats are not thread-safe. */
    private RuleBasedNumberFormat format() {
        var format = new RuleBasedNumberFormat(ULocale.forLanguageTag(language), RuleBasedNumberFormat.SPELLOUT);
        format.setLenientParseMode(false);
        return format;
    }
}
