package dev.pagewright.chat.model.check;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a figure counts in, as a word, letter or sign beside it says: a power of ten, or parts of a hundred.
 *
 * @param exponent 6 for millions; 0 for units and percent
 */
record Scale(int exponent, boolean percent) {

    static final Scale UNITS = new Scale(0, false);

    private static final Map<String, Scale> WORDS = new HashMap<>();
    private static final Map<String, Scale> LETTERS = new HashMap<>();

    static {
        for (String line : WordLists.lines("scales.txt")) {
            int blank = line.indexOf(' ');
            String power = line.substring(0, blank);
            Scale scale = power.equals("%") ? new Scale(0, true) : new Scale(Integer.parseInt(power), false);
            for (String word : line.substring(blank + 1).split("\\|", -1)) {
                boolean letter = word.length() <= 2 && word.chars().allMatch(c -> c < 128);
                (letter && !word.equals("%") ? LETTERS : WORDS)
                        .put(letter ? word : word.toLowerCase(Locale.ROOT), scale);
            }
        }
    }

    private static final String CURRENCY =
            "(?:[$€£¥₹₽₩]|(?:EUR|USD|GBP|CHF|JPY|CNY|RMB|PLN|RUB|AED|SAR|INR|CAD|AUD|BRL)\\b)";
    private static final String NAMES = names();
    private static final Pattern AFTER =
            Pattern.compile("\\G[\\s\\u00a0\\u202f)\\]-]{0,2}(?:" + CURRENCY + "\\s?)?" + NAMES);
    private static final Pattern BEFORE =
            Pattern.compile(NAMES + "\\.?\\s?(?:" + CURRENCY + "|元|円)?[\\s\\u00a0:(]{0,2}$");
    private static final Pattern ANYWHERE = Pattern.compile("(?<![\\p{L}\\p{Nd}])" + NAMES);

    /** @param end of the word in the text */
    record Found(Scale scale, int end) {}

    /** The scale that is told right after a figure which ends there. */
    static Optional<Found> after(String text, int end) {
        Matcher matcher = AFTER.matcher(text);
        return matcher.find(end) ? Optional.of(new Found(scale(matcher.group(1)), matcher.end())) : Optional.empty();
    }

    /** The scale that is told right before a figure which begins there: "Mio. € 5". */
    static Optional<Scale> before(String text, int start) {
        Matcher matcher = BEFORE.matcher(text.substring(Math.max(0, start - 24), start));
        while (matcher.find()) {
            boolean whole = matcher.start() == 0
                    || !Character.isLetterOrDigit(text.charAt(Math.max(0, start - 24) + matcher.start() - 1));
            if (whole) {
                return Optional.of(scale(matcher.group(1)));
            }
        }
        return Optional.empty();
    }

    /** Every scale that a text names, as a table's head does; letters alone name none. */
    static Set<Scale> in(String text) {
        Set<Scale> scales = new HashSet<>();
        ANYWHERE.matcher(text)
                .results()
                .map(match -> WORDS.get(match.group(1).toLowerCase(Locale.ROOT)))
                .filter(java.util.Objects::nonNull)
                .forEach(scales::add);
        return scales;
    }

    BigDecimal of(BigDecimal figure) {
        return figure.scaleByPowerOfTen(exponent).stripTrailingZeros();
    }

    private static Scale scale(String word) {
        Scale letter = LETTERS.get(word);
        return letter != null ? letter : WORDS.getOrDefault(word.toLowerCase(Locale.ROOT), UNITS);
    }

    private static String names() {
        List<String> words = WORDS.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(word -> word.codePoints().anyMatch(WordLists::unspaced) || word.matches("\\W+")
                        ? Pattern.quote(word)
                        : Pattern.quote(word) + "(?!\\p{L})")
                .toList();
        String letters = LETTERS.keySet().stream()
                .map(letter -> letter + "(?:(?![\\p{L}\\p{Nd}])|(?=EUR|USD|GBP|CHF|€))")
                .collect(Collectors.joining("|"));
        return "((?iu:" + String.join("|", words) + ")|" + letters + ")";
    }

    static boolean currencyAt(String text, int start, int end) {
        String around = text.substring(Math.max(0, start - 5), start) + "\u0000"
                + text.substring(end, Math.min(text.length(), end + 5));
        return Arrays.stream(new String[] {CURRENCY + "\\s?\\u0000", "\\u0000\\s?" + CURRENCY})
                .anyMatch(pattern -> Pattern.compile(pattern).matcher(around).find());
    }
}
