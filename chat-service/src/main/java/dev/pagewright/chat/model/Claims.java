package dev.pagewright.chat.model;

import dev.pagewright.chat.passage.Folded;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a model's answer claims, statement by statement: its text, the passages that it names, and what of it can be
 * checked to the letter: figures and quotations.
 */
record Claims(List<Statement> statements) {

    /**
     * @param text without the names of passages
     * @param passages 1-based, in order, as named; those that there are not too
     */
    record Statement(String text, List<Integer> passages) {}

    /**
     * A passage that a statement rests on.
     *
     * @param body as the model was shown it
     * @param page text of its whole page
     * @param number of its page, 1-based
     */
    record Source(String body, String page, int number) {}

    private static final String NUMBERS = "\\p{Nd}{1,3}(?:\\s*[,;、&]\\s*\\p{Nd}{1,3})*";
    /** Passages as models name them: [2], [1, 4], 【2】, [Passage 2], (passages 1, 4). A bare (2) may be a loss. */
    private static final String NAMES =
            "\\s*(?:[\\[【](?i:passages?\\s*)?" + NUMBERS + "[\\]】]|\\((?i:passages?)\\s*" + NUMBERS + "\\))";

    private static final Pattern NAMED = Pattern.compile(NAMES);
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+");
    private static final Pattern STATEMENT =
            Pattern.compile("(?s)(.+?)((?:[.!?。！？؟]?(?:" + NAMES + ")+[.!?。！？؟]?)|\\n+|$)");
    private static final Pattern THOUGHT = Pattern.compile("(?s)<think>.*?(?:</think>|$)");
    private static final Pattern FIGURE = Pattern.compile(
            "(?<![\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{Nd}])\\p{Nd}+(?:[.,'’\\u00a0\\u202f]\\p{Nd}+)*");
    private static final Pattern LIST_NUMBER = Pattern.compile("(?m)^\\s*\\p{Nd}{1,2}[.)]\\s");
    private static final Pattern PAGE = Pattern.compile(
            "(?:\\bpages?|\\bp\\.|\\bseite|\\bs\\.|\\bp[áa]g(?:ina)?\\.?|第)\\s*(\\p{Nd}{1,5})\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile("[\"“„«]([^\"“”„«»]{8,})[\"”“»]");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\p{Nd}{2}");

    Claims {
        statements = List.copyOf(statements);
    }

    /** Cuts an answer at the passages that it names and at line breaks. A statement that names none claims nothing. */
    static Claims of(String answer) {
        List<Statement> statements = new ArrayList<>();
        Matcher statement =
                STATEMENT.matcher(THOUGHT.matcher(answer).replaceAll("").strip());
        while (statement.find()) {
            String whole = statement.group();
            List<Integer> passages = NAMED.matcher(whole)
                    .results()
                    .flatMap(match -> NUMBER.matcher(match.group()).results())
                    .map(match -> Integer.parseInt(match.group()))
                    .distinct()
                    .toList();
            String text = NAMED.matcher(whole).replaceAll("").strip();
            if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
                statements.add(new Statement(text, passages));
            }
        }
        return new Claims(statements);
    }

    /**
     * What a statement says that stands in none of its passages.
     *
     * @param sources that it names, whose pages it may name as well
     * @param question whose years may be repeated
     */
    static List<String> unsupported(Statement statement, List<Source> sources, String question) {
        Set<String> known = sources.stream()
                .flatMap(source -> figures(source.body()).stream())
                .collect(Collectors.toSet());
        FIGURE.matcher(question)
                .results()
                .map(MatchResult::group)
                .filter(figure -> YEAR.matcher(figure).matches())
                .forEach(known::add);
        List<String> flagged = new ArrayList<>();
        String text = PAGE.matcher(LIST_NUMBER.matcher(statement.text).replaceAll(""))
                .replaceAll(page ->
                        named(sources, Integer.parseInt(page.group(1))) ? "" : Matcher.quoteReplacement(page.group()));
        for (MatchResult figure : FIGURE.matcher(text).results().toList()) {
            if (!known.contains(canonical(figure.group()))) {
                flagged.add(figure.group());
            } else {
                Scale said = Scale.after(text, figure.end());
                if (said != Scale.NONE && sources.stream().noneMatch(source -> scaled(source, figure.group(), said))) {
                    flagged.add(figure.group() + " " + said.word(text, figure.end()));
                }
            }
        }
        for (MatchResult quote : QUOTED.matcher(text).results().toList()) {
            String letters = Folded.letters(quote.group(1));
            if (sources.stream()
                    .noneMatch(source -> Folded.letters(source.body()).contains(letters))) {
                flagged.add(quote.group());
            }
        }
        return flagged;
    }

    private static boolean named(List<Source> sources, int page) {
        return sources.stream().anyMatch(source -> source.number() == page);
    }

    /** Whether it has the figure in that scale: told right after it or, where none is, anywhere on the page, as in a header. */
    private static boolean scaled(Source source, String figure, Scale said) {
        String sought = canonical(figure);
        return FIGURE.matcher(source.body())
                .results()
                .filter(match -> canonical(match.group()).equals(sought))
                .map(match -> Scale.after(source.body(), match.end()))
                .anyMatch(scale -> scale == said || (scale == Scale.NONE && said.in(source.page())));
    }

    private static Set<String> figures(String text) {
        return FIGURE.matcher(text)
                .results()
                .map(match -> canonical(match.group()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Latin digits; signs that part thousands or decimals alike, since languages write them in opposite ways. */
    private static String canonical(String figure) {
        var canonical = new StringBuilder();
        figure.chars().forEach(c -> {
            if (Character.isDigit(c)) {
                canonical.append(Character.digit(c, 10));
            } else {
                canonical.append('.');
            }
        });
        return canonical.toString();
    }
}
