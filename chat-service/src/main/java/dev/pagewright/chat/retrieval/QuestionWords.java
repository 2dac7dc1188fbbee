package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.language.LanguageWords;
import dev.pagewright.chat.language.Opposites;
import dev.pagewright.chat.language.Plain;
import dev.pagewright.field.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and terms that say what a question is about, in order. */
final class QuestionWords {

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{Nd}](?:[\\p{L}\\p{M}\\p{Nd}&.,/+-]*[\\p{L}\\p{M}\\p{Nd}+])?");
    /** What an apostrophe parts from a word: "seller's", "l'argent". */
    private static final Pattern ELIDED =
            Pattern.compile("(?<=\\p{L})['’](?:s|d|ll|re|ve|m)(?!\\p{L})|(?<!\\p{L})(?:\\p{L}|[qQ]u)['’](?=\\p{L})");

    private static final Pattern HYPHENED = Pattern.compile("[\\p{L}\\p{M}]+(?:-[\\p{L}\\p{M}]+)+");
    private static final Pattern YEAR = Pattern.compile("\\p{Nd}{4}");
    private static final List<String> ASKING = List.of(
            "who", "when", "time", "where", "figure", "duration", "reason", "sum", "count", "most", "least", "summary");

    private final TextAnalysis analysis;
    private final String text;
    private final LanguageWords language;
    private final Plain plain;

    private QuestionWords(String text, Plain plain, LanguageWords language, TextAnalysis analysis) {
        this.analysis = analysis;
        this.text = text;
        this.language = language;
        this.plain = plain;
    }

    static List<Question.Word> of(String text, Plain plain, LanguageWords language, TextAnalysis analysis) {
        var words = new QuestionWords(text, plain, language, analysis);
        return dated(Framing.of(Plain.unparted(text) ? words.unparted() : words.parted(), plain, language));
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
        return longer || term.concepts().stream().allMatch(Lexicon::stated);
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
        if (Whether.asked(text, plain, language)) {
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
