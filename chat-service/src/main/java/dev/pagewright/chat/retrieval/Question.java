package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.passage.Folded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question as its words tell it, before any document.
 *
 * @param words what it asks about, in order
 * @param quotation letters and digits of the line that it quotes; empty where it quotes none
 */
public record Question(String text, List<Word> words, Period period, Wants wants, String quotation) {

    /** What kind of answer is asked for. */
    public enum Wants {
        FIGURE,
        SHARE,
        PLACE,
        REASON,
        TEXT;

        /** Whether an answer without a figure is none. */
        public boolean figure() {
            return this == FIGURE || this == SHARE;
        }
    }

    /**
     * @param tokens of the document's analysis
     * @param frame whether it is about the asking or the document rather than about what stands in it
     * @param name whether it is written as a name
     * @param share 1 for a word of the question itself, less for one that is carried over
     */
    record Word(String raw, List<String> tokens, boolean frame, boolean name, double share) {

        Word carried(double part) {
            return new Word(raw, tokens, frame, name, share * part);
        }
    }

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{Nd}](?:[\\p{L}\\p{M}\\p{Nd}&.,'’/-]*[\\p{L}\\p{M}\\p{Nd}])?");
    private static final Pattern QUOTED =
            Pattern.compile("[\"“„«]([^\"“”„«»]{12,})[\"”“»]|[:：]\\s*(\\S.{20,}[^?？])$", Pattern.DOTALL);
    private static final Pattern SHARE = Pattern.compile(
            "percent|\\bproportion|\\bshare of|\\bfraction|(?<!exchange |currency )\\brate\\b(?! risk)|\\bratio|%|prozent|anteil|pourcentage|\\bpart\\b|百分|نسبة",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FIGURE = Pattern.compile(
            "\\bhow (?:much|many|large|big|high|long|old)|\\bwhat (?:was|were|is|are) (?:the |\\p{L}+['’]s )|\\btotal\\b|\\bamount|\\bprice|\\bcost|\\bnumber of|\\bscale\\b|"
                    + "\\brevenue|\\bsales\\b|\\bexpens|\\bexpenditure|\\bspen[dt]|\\bmargin|\\bincome\\b|\\bearnings|\\bprofit|\\bcash flow|\\blevels?\\b|\\bbreakdown|\\bfigures?\\b|"
                    + "wie ?viel|wie (?:hoch|groß|lang|teuer)|betrag|preis|summe|combien|montant|quel(?:le)?s? (?:est|était|sont|étaient|fut|a été|ont été) l|多少|总额|金额|كم |المبلغ|إجمالي|ما (?:هو|هي) |بلغ",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REASON = Pattern.compile(
            "^why\\b|\\bwhy (?:did|does|do|is|was|were|has|have)\\b|\\breasons?\\b|\\bdr(?:iver|ove|iven)|\\binfluence|\\bcauses?d?\\b|\\bexplain"
                    + "|\\bhow (?:did|do|does|could|might|may) .{0,80}\\b(?:affect|impact|influence)|\\bwarum|\\bwieso|\\bweshalb|\\bgrund\\b|\\bursache|\\bpourquoi|\\braisons?\\b|为什么|原因|لماذا",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACE = Pattern.compile(
            "\\b(?:on )?(?:which|what) page|auf welcher seite|à quelle page|第几页|哪一页", Pattern.CASE_INSENSITIVE);
    private static final Pattern COVER = Pattern.compile(
            "\\b(?:cover|front|title|first) page|\\bon the cover|\\b(?:deckblatt|titelseite|titelblatt)|\\bpage de (?:garde|titre)|封面",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHOUTED = Pattern.compile("\\p{Lu}{4,}");
    private static final Pattern MONTH = Pattern.compile(
            "(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october|(?:mon|tues|wednes|thurs|fri|satur|sun)day",
            Pattern.CASE_INSENSITIVE);
    /** Languages that write every noun with a capital. */
    private static final Set<String> CAPITAL_NOUNS = Set.of("de", "lb");

    private static final Set<String> UNPARTED = Set.of("zh", "ja");

    private static final java.util.Map<String, Set<String>> FRAMES = new ConcurrentHashMap<>();

    public Question {
        words = List.copyOf(words);
    }

    public static Question of(String text, TextAnalysis analysis) {
        String folded = Folded.of(text);
        String quoted = quoted(folded);
        List<Word> words = words(quoted == null ? folded : quoted, analysis, quoted != null);
        return new Question(
                folded,
                words,
                Period.of(folded),
                wants(folded),
                quoted == null || words.size() < 4 ? "" : Folded.letters(quoted));
    }

    /** Whether it asks what stands on the cover. */
    boolean cover() {
        return COVER.matcher(text).find();
    }

    private static @Nullable String quoted(String text) {
        Matcher quoted = QUOTED.matcher(text);
        if (!quoted.find()) {
            return null;
        }
        return quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
    }

    private static Wants wants(String text) {
        if (PLACE.matcher(text).find()) {
            return Wants.PLACE;
        }
        if (REASON.matcher(text).find()) {
            return Wants.REASON;
        }
        if (SHARE.matcher(text).find()) {
            return Wants.SHARE;
        }
        return FIGURE.matcher(text).find() ? Wants.FIGURE : Wants.TEXT;
    }

    private static List<Word> words(String text, TextAnalysis analysis, boolean quotation) {
        Set<String> frames = FRAMES.computeIfAbsent(analysis.language(), code -> frames(analysis));
        List<Word> words = new ArrayList<>();
        Matcher raw = WORD.matcher(quotation ? text : parted(text, analysis.language(), frames));
        boolean names = !quotation && namesTold(text, analysis.language());
        while (raw.find()) {
            String word = raw.group();
            List<String> tokens = analysis.tokens(word);
            if (tokens.isEmpty()) {
                continue;
            }
            boolean frame =
                    !quotation && (frames.contains(word.toLowerCase(Locale.ROOT)) || frames.containsAll(tokens));
            words.add(new Word(word, tokens, frame, names && !frame && name(word, raw.start() == 0), 1));
        }
        return words;
    }

    /** Where no blanks part words, those of asking are cut out, so that no pair of letters is made of them. */
    private static String parted(String text, String language, Set<String> frames) {
        String asked = text;
        if (UNPARTED.contains(language)) {
            for (String frame : frames.stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList()) {
                asked = asked.replace(frame, " ".repeat(frame.length()));
            }
        }
        return asked;
    }

    /** Capitals tell names only where they are rare. */
    private static boolean namesTold(String text, String language) {
        List<String> words = WORD.matcher(text).results().map(r -> r.group()).toList();
        long capital = words.stream()
                .filter(word -> Character.isUpperCase(word.charAt(0)))
                .count();
        return !CAPITAL_NOUNS.contains(language) && capital * 2 <= words.size() + 2;
    }

    private static boolean name(String word, boolean first) {
        String bare = word.replaceFirst("['’]s?$", "");
        boolean possessive = bare.length() < word.length();
        boolean capital = Character.isUpperCase(bare.charAt(0)) && bare.length() > 2;
        boolean cased = bare.chars().anyMatch(Character::isLowerCase)
                || SHOUTED.matcher(bare).matches();
        return capital
                && cased
                && bare.chars().noneMatch(Character::isDigit)
                && !MONTH.matcher(bare).matches()
                && (!first || possessive);
    }

    /** The words as they are listed, and their stems. */
    private static Set<String> frames(TextAnalysis analysis) {
        return Words.lines("frame-" + analysis.language() + ".txt").stream()
                .flatMap(line -> java.util.Arrays.stream(line.split(" ", -1)))
                .flatMap(word -> {
                    List<String> stem = analysis.tokens(word);
                    boolean one = stem.size() == 1 && !UNPARTED.contains(analysis.language());
                    return Stream.concat(Stream.of(word), one ? stem.stream() : Stream.empty());
                })
                .collect(Collectors.toUnmodifiableSet());
    }
}
