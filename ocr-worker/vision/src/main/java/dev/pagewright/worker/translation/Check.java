package dev.pagewright.worker.translation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a translation may not change, whatever the languages. */
final class Check {

    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");
    /** Addresses, and what is set as code or formula; two amounts of dollars are none. */
    private static final Pattern VERBATIM = Pattern.compile(
            "https?://[^\\s<>\"]+|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+|`[^`]+`|\\$[^$\\s](?:[^$]*[^$\\s])?\\$(?!\\p{Nd})");

    private static final int LONG = 40;
    private static final double SHORTEST = 0.15;
    private static final double LONGEST = 6;

    private Check() {}

    /** A code for what is wrong, empty where nothing is. */
    static Optional<String> violation(String source, String translation) {
        if (translation.isBlank()) {
            return Optional.of("empty_translation");
        }
        if (!numbers(source).equals(numbers(translation))) {
            return Optional.of("numbers_changed");
        }
        if (!found(VERBATIM, source).stream().allMatch(translation::contains)) {
            return Optional.of("code_or_address_changed");
        }
        double ratio = (double) translation.length() / source.length();
        boolean tooShort = source.length() >= LONG && ratio < SHORTEST;
        return tooShort || translation.length() > LONGEST * Math.max(source.length(), LONG / 2)
                ? Optional.of("length_changed")
                : Optional.empty();
    }

    /** Runs of digits, sorted: separators, names of months and the order of words differ from language to language. */
    private static List<String> numbers(String text) {
        List<String> runs = new ArrayList<>();
        for (String run : found(DIGITS, text)) {
            var plain = new StringBuilder();
            run.codePoints().forEach(digit -> plain.append(Character.digit(digit, 10)));
            runs.add(plain.toString().replaceFirst("^0+(?=\\d)", ""));
        }
        Collections.sort(runs);
        return runs;
    }

    private static List<String> found(Pattern pattern, String text) {
        List<String> all = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            all.add(matcher.group());
        }
        return all;
    }
}
