package dev.pagewright.chat.model.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the figures of a statement that its passages do not hold: another value, sign, scale or kind. Thread-safe. */
final class FigureCheck {

    private static final Pattern LIST_NUMBER = Pattern.compile("(?m)^\\s*\\p{Nd}{1,2}[.)]\\s");
    private static final Pattern PAGE = Pattern.compile(
            "(?:\\bpages?|\\bp\\.|\\bseiten?|\\bs\\.|\\bp[áa]g(?:ina)?s?\\.?|\\bstron[ay]\\w*|\\bстр\\p{L}*\\.?|صفحة|第|ページ)\\s*(\\p{Nd}{1,5})(?!\\p{Nd})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NAME = Pattern.compile("[\\p{IsLatin}]+\\p{Nd}+\\w*");

    private FigureCheck() {}

    /**
     * @param statement without the names of passages
     * @param question whose years may be repeated as years
     * @param language of the document, ISO 639
     */
    static List<String> unsupported(String statement, List<Source> sources, String question, String language) {
        String text = withoutPlaces(statement, sources);
        List<String> flagged = new ArrayList<>();
        List<Figure> said = Figures.in(text);
        Set<BigDecimal> years = Figures.in(question).stream()
                .filter(Figure::year)
                .flatMap(figure -> figure.values().stream())
                .collect(Collectors.toSet());
        for (Figure figure : said) {
            if (!holds(figure, text, said.size(), sources, language) && !repeatedYear(figure, text, years)) {
                flagged.add(figure.text());
            }
        }
        flagged.addAll(spelled(text, sources, language));
        flagged.addAll(names(text, sources, question));
        return flagged;
    }

    /** Pages that it rests on and numbers of its own list are no claims. */
    private static String withoutPlaces(String statement, List<Source> sources) {
        return PAGE.matcher(LIST_NUMBER.matcher(statement).replaceAll(""))
                .replaceAll(page -> sources.stream().anyMatch(source -> source.number() == number(page.group(1)))
                        ? ""
                        : Matcher.quoteReplacement(page.group()));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static boolean holds(Figure said, String text, int figures, List<Source> sources, String language) {
        if (sources.stream().anyMatch(source -> holds(said, text, figures, source, language))) {
            return true;
        }
        List<Figure> parts = Figures.apart(text, said);
        return !parts.isEmpty()
                && parts.stream()
                        .allMatch(part -> sources.stream().anyMatch(source -> Figures.in(source.body()).stream()
                                .anyMatch(found -> agree(part, text, figures, found, source))));
    }

    private static boolean holds(Figure said, String text, int figures, Source source, String language) {
        for (Figure found : Figures.in(source.body())) {
            if (agree(said, text, figures, found, source)
                    || Figures.apart(source.body(), found).stream()
                            .anyMatch(part -> agree(said, text, figures, part, source))) {
                return true;
            }
        }
        return SpelledNumbers.of(language).in(source.body()).stream()
                .anyMatch(spelled -> said.values().stream().anyMatch(value -> value.compareTo(spelled.value()) == 0));
    }

    private static boolean agree(Figure said, String text, int figures, Figure found, Source source) {
        return sameValue(said, found, source)
                && !(found.year() && said.amount())
                && sameSign(said, text, figures, found, source);
    }

    private static boolean sameValue(Figure said, Figure found, Source source) {
        Set<Scale> head = found.scaled() ? Set.of() : Scale.in(source.page());
        if (said.scale().percent() != found.scale().percent()) {
            boolean toldAbove = said.scale().percent() && head.contains(said.scale());
            if (!toldAbove) {
                return false;
            }
        }
        if (digits(said).equals(digits(found))) { // written alike, they mean alike: the scale alone may differ
            return said.scale().equals(found.scale())
                    || head.contains(said.scale())
                    || (!said.scaled() && !found.scaled());
        }
        Set<BigDecimal> meant = new HashSet<>();
        for (BigDecimal value : found.values()) {
            meant.add(found.scale().of(value));
            head.forEach(scale -> meant.add(scale.of(value)));
        }
        return said.values().stream().map(said.scale()::of).anyMatch(meant::contains);
    }

    private static String digits(Figure figure) {
        return figure.text().substring(0, figure.end() - figure.start());
    }

    /**
     * A loss may be told by a sign or by a word. With two figures in a statement its words may compare them, which is not
     * judged.
     */
    private static boolean sameSign(Figure said, String text, int figures, Figure found, Source source) {
        boolean saysLoss = WordLists.has(WordLists.Kind.LOSS, text);
        boolean saysGain = WordLists.has(WordLists.Kind.GAIN, text);
        boolean foundLoss = WordLists.has(WordLists.Kind.LOSS, source.body());
        boolean foundGain = WordLists.has(WordLists.Kind.GAIN, source.body());
        return switch (found.sign()) {
            case EITHER -> true;
            case NEGATIVE -> said.sign() != Figure.Sign.POSITIVE || saysLoss;
            case POSITIVE -> {
                if (said.sign() == Figure.Sign.NEGATIVE) {
                    yield foundLoss;
                }
                boolean loss = saysLoss && !saysGain;
                boolean gain = saysGain && !saysLoss;
                yield figures > 1 || !((loss && !foundLoss && foundGain) || (gain && foundLoss && !foundGain));
            }
        };
    }

    /** The question's year, where it stands as one: not as an amount, and not as what something is. */
    private static boolean repeatedYear(Figure said, String text, Set<BigDecimal> years) {
        if (!said.year() || said.values().stream().noneMatch(years::contains)) {
            return false;
        }
        List<String> before = WordLists.words(text.substring(0, said.start()));
        return before.isEmpty()
                || !WordLists.of(WordLists.Kind.BE).contains(before.getLast().toLowerCase(java.util.Locale.ROOT))
                || before.getLast().length() <= 2; // "in", "de", "of": before a year as well as an amount
    }

    private static List<String> spelled(String text, List<Source> sources, String language) {
        SpelledNumbers numbers = SpelledNumbers.of(language);
        return numbers.in(text).stream()
                .filter(said -> sources.stream()
                        .noneMatch(source -> numbers.in(source.body()).stream()
                                        .anyMatch(found -> found.value().compareTo(said.value()) == 0)
                                || Figures.in(source.body()).stream().anyMatch(figure -> figure.values().stream()
                                        .anyMatch(value -> value.compareTo(said.value()) == 0))))
                .map(SpelledNumbers.Spelled::text)
                .toList();
    }

    /** Names with digits in them, such as numbers of contracts, stand in a passage or in the question to the letter. */
    private static List<String> names(String text, List<Source> sources, String question) {
        return NAME.matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .filter(name -> !containsName(question, name)
                        && sources.stream().noneMatch(source -> containsName(source.body(), name)))
                .filter(name -> Figures.in(name).isEmpty())
                .toList();
    }

    private static boolean containsName(String text, String name) {
        return text.toLowerCase(java.util.Locale.ROOT).contains(name.toLowerCase(java.util.Locale.ROOT));
    }
}
