package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.language.LanguageWords;
import dev.pagewright.chat.language.Plain;
import dev.pagewright.field.Lexicon;
import dev.pagewright.field.ValueType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Understands a question that leaves out what was said before. Words of the last question are taken over at a share: so small
 * that they only choose among what answers alike, where nothing tells that the question leans on it.
 */
public final class FollowUp {

    /** The most that a word counts which only chooses among what answers alike. */
    static final double TIE = 0.1;

    /** Words of its own that a question may have and still lean on the last one. */
    private static final int FEW = 3;

    /** How a question leans on the last one, with what the words of that count beside its own. */
    private enum Lean {
        /** It says nothing itself: "how much?". */
        WHOLLY(1),
        /** "And services?" keeps what is asked of them. */
        MARKED(0.6),
        /** "How many employees does it have?" needs little more than what "it" is. */
        POINTED(0.35),
        /** "Who signed?" where many things are signed. */
        PERHAPS(TIE);

        private final double share;

        Lean(double share) {
            this.share = share;
        }
    }

    private static final Pattern FIGURE = Pattern.compile("\\p{Nd}");
    private static final List<String> ASKING =
            List.of("who", "when", "time", "where", "amount", "figure", "duration", "percent", "reason");

    private FollowUp() {}

    /** @param before the user's messages before this one, oldest first */
    public static Question resolve(String message, List<String> before, DocumentIndex index) {
        Question asked = Question.of(message, index.analysis());
        if (before.isEmpty()
                || asked.content() > FEW
                || !asked.quotation().isEmpty()
                || !asked.pages().isEmpty()
                || asked.aims(Aim.DOCUMENT)) {
            return asked;
        }
        Question last = resolve(before.getLast(), before.subList(0, before.size() - 1), index);
        LanguageWords words = LanguageWords.of(asked.language());
        Plain plain = Plain.of(asked.text());
        boolean about = words.list("about").stream().anyMatch(plain::borders);
        boolean bare = asked.words().stream().allMatch(word -> word.light() || figure(word));
        boolean marked = about || bare || words.list("follow").stream().anyMatch(plain::begins);
        boolean points = words.list("back").stream().anyMatch(plain::holds);
        Lean lean = asked.content() == 0 ? Lean.WHOLLY : marked ? Lean.MARKED : points ? Lean.POINTED : Lean.PERHAPS;
        boolean asks = ASKING.stream().anyMatch(key -> words.says(plain, key));
        boolean figure = lean != Lean.PERHAPS && !asks && figured(asked) && figured(last);
        boolean open = !asks
                && (about
                        || figure
                        || (lean != Lean.PERHAPS
                                && asked.wants().isEmpty()
                                && (asked.aims().isEmpty() || marked)));
        Set<Aim> aims = EnumSet.noneOf(Aim.class);
        aims.addAll(about && !asks ? Set.of() : asked.aims());
        if (open) {
            aims.addAll(last.aims());
        }
        List<Question.Word> kept = asks && lean != Lean.MARKED ? things(last, asked.wants()) : last.words();
        return asked.with(together(asked.words(), kept, lean, index), open ? last.wants() : asked.wants(), aims);
    }

    /** The question's own words and those of the last one that it neither says nor replaces. */
    private static List<Question.Word> together(
            List<Question.Word> own, List<Question.Word> last, Lean lean, DocumentIndex index) {
        List<Question.Word> all = new ArrayList<>(own);
        Set<String> said = new HashSet<>();
        own.forEach(word -> said.add(word.raw()));
        Rivals rivals =
                Rivals.in(index, Stream.concat(own.stream(), last.stream()).toList());
        List<Question.Word> left = last.stream()
                .filter(word -> !word.light() && !said.contains(word.raw()))
                .filter(word -> own.stream()
                        .noneMatch(one -> (figure(one) && figure(word)) || (!one.light() && rivals.are(one, word))))
                .toList();
        double share = lean == Lean.PERHAPS ? lean.share / left.size() : lean.share;
        left.forEach(word -> all.add(word.carried(share)));
        return all;
    }

    /** Without what was asked of them, where another kind of value is asked for now; all words where nothing else is left. */
    private static List<Question.Word> things(Question last, Set<ValueType> wants) {
        List<Question.Word> things = last.words().stream()
                .filter(word -> word.concepts().isEmpty()
                        || word.concepts().stream()
                                .flatMap(concept -> Lexicon.type(concept).stream())
                                .anyMatch(wants::contains))
                .toList();
        return things.stream().allMatch(Question.Word::light) ? last.words() : things;
    }

    private static boolean figured(Question question) {
        return question.words().stream().anyMatch(FollowUp::figure);
    }

    private static boolean figure(Question.Word word) {
        return FIGURE.matcher(word.raw()).find();
    }
}
