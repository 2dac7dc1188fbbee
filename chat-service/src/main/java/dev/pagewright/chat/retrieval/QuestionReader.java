package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.language.LanguageDetector;
import dev.pagewright.chat.language.LanguageWords;
import dev.pagewright.chat.language.Opposites;
import dev.pagewright.chat.language.Plain;
import dev.pagewright.chat.passage.Folded;
import dev.pagewright.field.Lexicon;
import dev.pagewright.field.ValueType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a question: its language, what kind of answer it wants, and the terms that say what it is about. */
final class QuestionReader {

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{Nd}](?:[\\p{L}\\p{M}\\p{Nd}&.,/+-]*[\\p{L}\\p{M}\\p{Nd}+])?");
    private static final Pattern QUOTED =
            Pattern.compile("[\"“„«]([^\"“”„«»]{12,})[\"”“»]|[:：]\\s*(\\S.{20,}[^?？])$", Pattern.DOTALL);
    /** What an apostrophe parts from a word: "seller's", "l'argent". */
    private static final Pattern ELIDED =
            Pattern.compile("(?<=\\p{L})['’](?:s|d|ll|re|ve|m)(?!\\p{L})|(?<!\\p{L})(?:\\p{L}|[qQ]u)['’](?=\\p{L})");

    private static final Pattern HYPHENED = Pattern.compile("[\\p{L}\\p{M}]+(?:-[\\p{L}\\p{M}]+)+");
    private static final Pattern ASKS = Pattern.compile("[?？؟]\\s*$");
    /** What is left between the words of a Chinese or Japanese question: endings, single letters. */
    private static final Pattern GRAMMAR = Pattern.compile("\\p{IsHiragana}+|\\p{IsHan}");

    private static final Pattern FIGURE = Pattern.compile("\\p{Nd}");
    private static final Pattern YEAR = Pattern.compile("\\p{Nd}{4}");
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{1,4}");

    private static final List<String> ASKING = List.of(
            "who", "when", "time", "where", "figure", "duration", "reason", "sum", "count", "most", "least", "summary");

    private static final int FEWEST_QUOTED = 4;

    private final TextAnalysis analysis;
    private final String text;
    private final LanguageWords language;
    private final Plain plain;

    private QuestionReader(String text, TextAnalysis analysis, String language) {
        this.analysis = analysis;
        this.text = text;
        this.language = LanguageWords.of(language);
        this.plain = Plain.of(text);
    }

    static Question read(String message, TextAnalysis analysis) {
        String text = Essence.of(Folded.of(message));
        return read(text, analysis, LanguageDetector.of(text, analysis.language()));
    }

    /** @param text that is not too long */
    static Question read(String text, TextAnalysis analysis, String language) {
        String quoted = quoted(text);
        var reader = new QuestionReader(quoted == null ? text : quoted, analysis, language);
        List<Question.Word> words = reader.words();
        if (quoted != null) {
            boolean whole = words.size() >= FEWEST_QUOTED;
            return new Question(
                    text,
                    reader.language.language(),
                    words,
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    whole ? Folded.letters(quoted) : "");
        }
        Set<Integer> pages = reader.pages();
        Set<Aim> aims = reader.aims(words, pages);
        List<Question.Word> told = aims.contains(Aim.YES_NO) ? reader.uncompared(words) : words;
        return new Question(text, reader.language.language(), told, reader.wants(words, aims), aims, pages, "");
    }

    private static @Nullable String quoted(String text) {
        Matcher quoted = QUOTED.matcher(text);
        if (!quoted.find()) {
            return null;
        }
        return quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
    }

    private Set<Aim> aims(List<Question.Word> words, Set<Integer> pages) {
        Set<Aim> aims = EnumSet.noneOf(Aim.class);
        if (!pages.isEmpty() && (language.says(plain, "summary") || onlyLight(words))) {
            aims.add(Aim.PAGE);
        } else if (pages.isEmpty() && language.says(plain, "document")) {
            aims.add(Aim.DOCUMENT);
        }
        add(aims, Aim.WHO, "who");
        add(aims, Aim.WHERE, "where");
        add(aims, Aim.REASON, "reason");
        add(aims, Aim.LIST, "list");
        add(aims, Aim.SUM, "sum");
        add(aims, Aim.COUNT, "count");
        if (!language.says(plain, "noExtreme")) {
            add(aims, Aim.MOST, "most");
            add(aims, Aim.LEAST, "least");
        }
        boolean asks = ASKS.matcher(text).find() || Plain.unparted(text);
        if (asks && asksWhether()) {
            aims.add(Aim.YES_NO);
        }
        return aims;
    }

    /** Whether it is a question, if it is one, that is answered by yes or no. */
    private boolean asksWhether() {
        boolean verb = says("whether")
                || language.list("begins").stream()
                        .anyMatch(begin -> Plain.unparted(begin) ? plain.holds(begin) : plain.begins(begin));
        return (verb && !says("who", "when", "where", "figure", "duration", "reason"))
                || text.contains("吗")
                || text.contains("嗎");
    }

    /** Where a figure is compared, it and the words that compare it need not stand in what answers, nor what is only grammar. */
    private List<Question.Word> uncompared(List<Question.Word> words) {
        List<String> comparing = Stream.of("above", "below")
                .flatMap(key -> language.list(key).stream())
                .filter(plain::holds)
                .toList();
        boolean amount = ValueType.AMOUNT.in(text);
        return words.stream()
                .map(word -> {
                    boolean figure = (amount || !comparing.isEmpty())
                            && FIGURE.matcher(word.raw()).lookingAt();
                    boolean compares = comparing.stream()
                                    .anyMatch(phrase -> Plain.of(phrase).holds(word.raw()))
                            || (word.concepts().isEmpty()
                                    && Opposites.of(language.language()).said(word.raw(), true).stream()
                                            .anyMatch(side -> side.scale().equals("range")));
                    boolean rest = GRAMMAR.matcher(word.raw()).matches()
                            && word.concepts().isEmpty();
                    return figure || compares || rest ? word.meaning(word.concepts(), true) : word;
                })
                .toList();
    }

    private void add(Set<Aim> aims, Aim aim, String key) {
        if (language.says(plain, key)) {
            aims.add(aim);
        }
    }

    private boolean says(String... keys) {
        for (String key : keys) {
            if (language.says(plain, key)) {
                return true;
            }
        }
        return false;
    }

    /** The question words decide; where there is none, what the terms themselves are stated by. */
    private Set<ValueType> wants(List<Question.Word> words, Set<Aim> aims) {
        Set<ValueType> wants = EnumSet.noneOf(ValueType.class);
        Set<ValueType> terms = EnumSet.noneOf(ValueType.class);
        words.stream().flatMap(word -> word.concepts().stream()).forEach(concept -> Lexicon.type(concept)
                .ifPresent(terms::add));
        if (language.says(plain, "time")) {
            wants.add(ValueType.TIME);
        } else if (language.says(plain, "when")) {
            wants.add(ValueType.DATE);
            if (terms.contains(ValueType.TIME)) {
                wants.add(ValueType.TIME);
            }
        } else if (language.says(plain, "percent")) {
            wants.add(ValueType.PERCENT);
        } else if (language.says(plain, "amount")) {
            wants.add(ValueType.AMOUNT);
        } else if (language.says(plain, "duration")) {
            wants.add(ValueType.NUMBER);
        } else if (language.says(plain, "figure")) {
            wants.add(terms.contains(ValueType.AMOUNT) ? ValueType.AMOUNT : ValueType.NUMBER);
        } else if (aims.stream().noneMatch(Set.of(Aim.WHO, Aim.WHERE, Aim.REASON, Aim.YES_NO)::contains)
                && language.list("manner").stream().noneMatch(plain::begins)) {
            wants.addAll(terms);
            if (wants.remove(ValueType.QUANTITY)) {
                wants.add(ValueType.NUMBER);
            }
        }
        return wants;
    }

    private Set<Integer> pages() {
        Set<Integer> pages = new HashSet<>();
        for (String page : language.list("page")) {
            String near = Plain.unparted(page)
                    ? "第?\\s*(\\p{Nd}{1,4})\\s*" + Pattern.quote(page)
                    : " " + Pattern.quote(page) + " (?:n |no |nr )?(\\p{Nd}{1,4}) | (\\p{Nd}{1,4}) "
                            + Pattern.quote(page) + " ";
            for (MatchResult found :
                    Pattern.compile(near).matcher(plain.text()).results().toList()) {
                String number = found.group(1) != null ? found.group(1) : found.group(2);
                pages.add(Integer.parseInt(number));
            }
        }
        return pages;
    }

    private boolean onlyLight(List<Question.Word> words) {
        return words.stream()
                .allMatch(word -> word.light()
                        || NUMBER.matcher(word.raw()).matches()
                        || language.list("page").contains(word.raw()));
    }

    private List<Question.Word> words() {
        return dated(Framing.of(Plain.unparted(text) ? unparted() : parted(), plain, language));
    }

    /** Beside a year, what it is called is not asked for, as in "in the year 2022". */
    private static List<Question.Word> dated(List<Question.Word> words) {
        boolean dated = words.stream().anyMatch(word -> YEAR.matcher(word.raw()).matches());
        return words.stream()
                .map(word -> dated && word.concepts().equals(Set.of("year")) ? word.meaning(Set.of(), true) : word)
                .toList();
    }

    /** Words between blanks; terms of the lexicon are taken whole, the longest first. */
    private List<Question.Word> parted() {
        List<MatchResult> raw = WORD.matcher(ELIDED.matcher(apart(text)).replaceAll(" "))
                .results()
                .toList();
        List<String> plainWords =
                raw.stream().map(word -> word.group().toLowerCase(Locale.ROOT)).toList();
        TermLexicon lexicon = TermLexicon.of(language.language());
        List<String> stems = plainWords.stream().map(lexicon::stem).toList();
        boolean names = namesTold(raw);
        List<Question.Word> words = new ArrayList<>();
        int[] asking = asking(plainWords);
        for (int i = 0; i < raw.size(); ) {
            TermLexicon.Found term = lexicon.at(stems, plainWords, i);
            if (asking[i] > 0 && (term == null || term.length() == 1 || asksAlone(term, asking, i))) {
                i++;
                continue;
            }
            int length = term == null ? 1 : term.length();
            String word = String.join(" ", plainWords.subList(i, i + length));
            if (term != null || !language.small(word)) {
                List<String> tokens = analysis.tokens(word);
                Set<String> concepts = term == null ? Set.of() : term.concepts();
                List<String> compound = term == null ? lexicon.compound(word) : List.of();
                if (!compound.isEmpty()) {
                    for (String part : compound) {
                        words.add(new Question.Word(
                                part, analysis.tokens(part), lexicon.concepts(part), false, false, 1));
                    }
                } else if (!tokens.isEmpty() || !concepts.isEmpty()) {
                    boolean light = language.light(word) && concepts.isEmpty();
                    boolean name = names
                            && i > 0
                            && term == null
                            && !light
                            && name(raw.get(i).group());
                    words.add(new Question.Word(word, tokens, concepts, light, name, 1));
                }
            }
            i += length;
        }
        return words;
    }

    /** "How many" names a quantity, but asks for any; "what is it called" names no call. */
    private static boolean asksAlone(TermLexicon.Found term, int[] asking, int from) {
        boolean longer = true;
        for (int i = from; i < from + term.length(); i++) {
            if (asking[i] == 0) {
                return false;
            }
            longer &= asking[i] > term.length();
        }
        return longer
                || term.concepts().stream().allMatch(Lexicon::stated);
    }

    /** "occupait-elle" is two words, of which one is small. */
    private String apart(String message) {
        return HYPHENED.matcher(message).replaceAll(word -> {
            boolean small = List.of(word.group().toLowerCase(Locale.ROOT).split("-", -1)).stream()
                    .anyMatch(language::small);
            return Matcher.quoteReplacement(small ? word.group().replace('-', ' ') : word.group());
        });
    }

    /** 0 for words that belong to no phrase of asking; how many words the longest has that asks for a name, 1 for others. */
    private int[] asking(List<String> words) {
        int[] asking = new int[words.size()];
        for (String key : ASKING) {
            for (String phrase : language.list(key)) {
                List<String> parts = Plain.of(phrase).words();
                for (int i = 0; i + parts.size() <= words.size(); i++) {
                    if (words.subList(i, i + parts.size()).equals(parts)) {
                        for (int j = i; j < i + parts.size(); j++) {
                            asking[j] = Math.max(asking[j], key.equals("who") ? parts.size() : 1);
                        }
                    }
                }
            }
        }
        return asking;
    }

    /** Where no blanks part words: terms of the lexicon first, then what is left without the words of asking. */
    private List<Question.Word> unparted() {
        TermLexicon lexicon = TermLexicon.of(language.language());
        String rest = text.toLowerCase(Locale.ROOT);
        List<Question.Word> words = new ArrayList<>();
        for (String term : lexicon.inside(rest)) {
            if (lexicon.asking().contains(term)) {
                continue;
            }
            words.add(new Question.Word(term, analysis.tokens(term), lexicon.concepts(term), false, false, 1));
            rest = rest.replace(term, " ");
        }
        if (asksWhether()) {
            for (Opposites.Side side : Opposites.of(language.language()).said(rest, false)) {
                words.add(new Question.Word(side.words(), analysis.tokens(side.words()), Set.of(), false, false, 1));
                rest = rest.replace(side.words(), " ");
            }
        }
        for (String asking : lexicon.asking()) {
            rest = rest.replace(asking, " ");
        }
        for (String counter : language.list("counter")) {
            rest = rest.replaceAll("(?<=\\p{Nd})" + Pattern.quote(counter), " ");
        }
        for (MatchResult run : WORD.matcher(rest).results().toList()) {
            List<String> tokens = analysis.tokens(run.group());
            if (!tokens.isEmpty()) {
                words.add(new Question.Word(run.group(), tokens, Set.of(), false, false, 1));
            }
        }
        return words;
    }

    /** Capitals tell names only where they are rare: not in German, nor in a title. */
    private boolean namesTold(List<MatchResult> words) {
        long capital = words.stream()
                .filter(word -> Character.isUpperCase(word.group().charAt(0)))
                .count();
        return !language.language().equals("de") && capital * 2 <= words.size() + 2;
    }

    private static boolean name(String word) {
        return word.length() > 2
                && Character.isUpperCase(word.charAt(0))
                && word.chars().anyMatch(Character::isLowerCase);
    }
}
