package dev.pagewright.chat.model.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the figures of a text, in any digits of Unicode and with any language's signs between thousands and before decimals
 * (CLDR: point, comma, apostrophe, blanks of every width, the Arabic ones, the full-width ones).
 */
final class Figures {

    private static final String BLANK = "[ \\u00a0\\u202f\\u2009]";
    private static final String SIGN = "[.,'’٬٫，．]";
    /** Thousands apart by blanks, or digits with any signs between. */
    private static final Pattern FIGURE = Pattern.compile("(?<!\\p{Nd})(?:\\p{Nd}{1,3}(?:" + BLANK
            + "\\p{Nd}{3})+(?!\\p{Nd})(?:[.,]\\p{Nd}+)?|\\p{Nd}+(?:" + SIGN + "\\p{Nd}+)*)");

    private static final Pattern BLANKS = Pattern.compile(BLANK);
    private static final Pattern SIGNS = Pattern.compile(SIGN);
    private static final Pattern NAME = Pattern.compile("[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}]+$");
    private static final Pattern CURRENCY_CODE = Pattern.compile("[A-Z]{3}|[A-Z]{1,2}(?=$)|Rs|Fr");
    private static final Pattern MINUS =
            Pattern.compile("(?<![\\p{L}\\p{Nd})\\]])[-−–﹣－]\\s?(?:[$€£¥₹]|[A-Z]{3}\\s?)?$");
    private static final Pattern OPEN = Pattern.compile("\\(\\s?(?:[$€£¥₹]|[A-Z]{3}\\s?)?$");
    private static final Pattern CLOSE = Pattern.compile("\\G\\s?(?:[$€£¥₹%٪％]|[A-Z]{3})?\\s?\\)");
    private static final int FEW_DIGITS = 2;

    private Figures() {}

    /** All figures, in order; those that are part of a name ("Q3", "CO2") are none. */
    static List<Figure> in(String text) {
        List<Figure> figures = new ArrayList<>();
        Matcher matcher = FIGURE.matcher(text);
        while (matcher.find()) {
            if (!ofName(text, matcher.start())) {
                figures.addAll(read(text, matcher.toMatchResult()));
            }
        }
        return figures;
    }

    /** What stands apart by blanks may be one figure or several: the several. */
    static List<Figure> apart(String text, Figure figure) {
        String digits = text.substring(figure.start(), figure.end());
        if (!BLANKS.matcher(digits).find()) {
            return List.of();
        }
        List<Figure> parts = new ArrayList<>();
        int start = figure.start();
        for (String part : BLANKS.split(digits, -1)) {
            parts.add(figure(text, start, start + part.length(), values(part)));
            start += part.length() + 1;
        }
        return parts;
    }

    private static boolean ofName(String text, int start) {
        Matcher name = NAME.matcher(text.substring(Math.max(0, start - 12), start));
        return name.find()
                && !CURRENCY_CODE.matcher(name.group()).matches()
                && Scale.before(text, start).isEmpty();
    }

    private static List<Figure> read(String text, MatchResult match) {
        String digits = match.group();
        Set<BigDecimal> values = values(digits);
        if (!values.isEmpty()) {
            return List.of(figure(text, match.start(), match.end(), values));
        }
        List<Figure> parts = new ArrayList<>(); // a date, or a list without blanks
        int start = match.start();
        for (String part : SIGNS.split(digits, -1)) {
            parts.add(figure(text, start, start + part.length(), Set.of(number(part, ""))));
            start += part.length() + 1;
        }
        return parts;
    }

    private static Figure figure(String text, int start, int end, Set<BigDecimal> values) {
        Optional<Scale.Found> after = Scale.after(text, end);
        Optional<Scale> before = after.isPresent() ? Optional.empty() : Scale.before(text, start);
        boolean currency = Scale.currencyAt(text, start, end);
        boolean million = after.isEmpty() && currency && text.startsWith("m", end) && !letterAt(text, end + 1);
        Scale scale = million
                ? new Scale(6, false)
                : after.map(Scale.Found::scale).or(() -> before).orElse(Scale.UNITS);
        boolean scaled = million || after.isPresent() || before.isPresent();
        String digits = text.substring(start, end);
        boolean grouped = digits.length() > 4 && !digits.chars().allMatch(Character::isDigit);
        int shownEnd = after.map(Scale.Found::end).orElse(end);
        return new Figure(
                text.substring(start, shownEnd),
                values,
                sign(text, start, end, currency || grouped),
                scale,
                scaled,
                currency || scaled || grouped,
                start,
                end);
    }

    private static boolean letterAt(String text, int index) {
        return index < text.length() && Character.isLetterOrDigit(text.charAt(index));
    }

    private static Figure.Sign sign(String text, int start, int end, boolean amount) {
        String before = text.substring(Math.max(0, start - 8), start);
        if (MINUS.matcher(before).find()) {
            return Figure.Sign.NEGATIVE;
        }
        if (OPEN.matcher(before).find() && CLOSE.matcher(text).find(end)) {
            return amount || end - start > FEW_DIGITS ? Figure.Sign.NEGATIVE : Figure.Sign.EITHER;
        }
        return Figure.Sign.POSITIVE;
    }

    /** What the digits may mean together; empty where they are several numbers. */
    static Set<BigDecimal> values(String digits) {
        String[] groups = digits.split(BLANK + "|" + SIGN, -1);
        if (groups.length == 1) {
            return Set.of(number(groups[0], ""));
        }
        String signs = digits.codePoints()
                .filter(c -> !Character.isDigit(c))
                .mapToObj(Character::toString)
                .map(sign -> BLANKS.matcher(sign).matches() ? " " : sign)
                .reduce("", String::concat);
        String joined = String.join("", groups);
        String last = groups[groups.length - 1];
        String whole = joined.substring(0, joined.length() - last.length());
        boolean one = signs.chars().distinct().count() == 1;
        Set<BigDecimal> values = new HashSet<>();
        if (one && thousands(groups, groups.length)) {
            values.add(number(joined, ""));
        }
        if (signs.length() == 1 && ".,٫，．".contains(signs)) {
            values.add(number(whole, last));
        }
        boolean decimal = !one
                && signs.substring(0, signs.length() - 1).chars().distinct().count() == 1
                && thousands(groups, groups.length - 1);
        if (decimal) {
            values.add(number(whole, last));
        }
        return values;
    }

    /** Groups of three after the first, or of two before the last (India). */
    private static boolean thousands(String[] groups, int count) {
        if (groups[0].length() > 3) {
            return false;
        }
        for (int i = 1; i < count; i++) {
            boolean indian = i < count - 1 && groups[i].length() == 2;
            if (groups[i].length() != 3 && !indian) {
                return false;
            }
        }
        return true;
    }

    private static BigDecimal number(String whole, String decimals) {
        return new BigDecimal(latin(whole) + (decimals.isEmpty() ? "" : "." + latin(decimals))).stripTrailingZeros();
    }

    private static String latin(String digits) {
        var latin = new StringBuilder();
        digits.codePoints().forEach(c -> latin.append(Character.digit(c, 10)));
        return latin.toString();
    }
}
