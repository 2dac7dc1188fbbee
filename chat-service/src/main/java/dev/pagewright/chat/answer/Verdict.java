package dev.pagewright.chat.answer;

import dev.pagewright.chat.fact.Fact;
import dev.pagewright.chat.fact.Marks;
import dev.pagewright.chat.language.LanguageWords;
import dev.pagewright.chat.language.Opposites;
import dev.pagewright.chat.language.Plain;
import dev.pagewright.chat.retrieval.Aim;
import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.chat.retrieval.Question;
import dev.pagewright.chat.retrieval.Retrieval;
import dev.pagewright.chat.retrieval.Term;
import dev.pagewright.chat.retrieval.Tokens;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Yes or no, where a fact says what is asked whether it is so: by a checked box or a word for yes or no, by a figure that is
 * compared, by the same word or one that excludes it ({@link Opposites}), or in every word of the question itself.
 */
final class Verdict {

    /** A short word before a figure or a point numbers something, as in "No. 17", and denies nothing. */
    private static final Pattern NUMBERING = Pattern.compile("\\b\\p{L}{1,2}(?:\\.\\s+(?=\\S)|\\s+(?=\\p{Nd}))");
    /** In words: of a value that is no more than yes or no, such as "no pets". */
    private static final int BARE = 2;
    /** How far every word that is asked about must stand with the fact; half of it says something else. */
    private static final double HELD = 0.6;

    private static final Pattern CLAUSE = Pattern.compile("[,;.。，；،؛]\\s*");

    private final DocumentIndex index;
    private final Question question;
    private final List<Term> terms;
    private final FoundFact found;
    private final String language;
    private final List<Opposites.Side> sides;

    private Verdict(DocumentIndex index, Retrieval asked, FoundFact found) {
        this.index = index;
        this.question = asked.question();
        this.terms = asked.terms().stream().filter(term -> !term.carried()).toList();
        this.found = found;
        this.language = index.language();
        this.sides = Opposites.of(question.language()).said(question.text(), true);
    }

    /** @return true where the fact affirms what is asked, false where it denies it, empty where it only bears on it */
    static Optional<Boolean> of(DocumentIndex index, Retrieval asked, FoundFact found) {
        if (!asked.question().aims(Aim.YES_NO) || found.fact().kind() == Fact.Kind.SECTION) {
            return Optional.empty();
        }
        var verdict = new Verdict(index, asked, found);
        Optional<Boolean> told = verdict.told();
        return told.isPresent() || found.said() < HELD
                ? told
                : Comparison.of(index, asked.question(), found.fact()).or(verdict::stated);
    }

    /** By a box or a word for yes or no, which are the whole value. */
    private Optional<Boolean> told() {
        String value = found.fact().value();
        boolean asked = sides.isEmpty()
                ? denies(question.text(), question.language())
                : sides.stream().anyMatch(side -> denies(side.before(), question.language()));
        List<String> chosen = Marks.chosen(value);
        boolean options = chosen.size() == 1;
        Fact fact = found.fact();
        if (options || !fact.about().isEmpty()) {
            String named = fact.about() + " " + (options ? value : "");
            return bare(options ? chosen.getFirst() : value, language)
                    .filter(so -> subjectIn(named + " " + fact.above()) && sidesIn(named))
                    .map(so -> so != (asked != otherSide(named)));
        }
        Boolean checked = Marks.checked(value);
        return checked != null && found.literal()
                ? Optional.of((denies(value, language) == asked) == checked)
                : Optional.empty();
    }

    /** Whether the question asks for another side of a scale than the label says, or than "yes" means where it says none. */
    private boolean otherSide(String label) {
        List<Opposites.Side> said = Opposites.of(language).said(label, false);
        return sides.stream().anyMatch(side -> said.stream()
                .filter(one -> one.scale().equals(side.scale()))
                .findFirst()
                .map(one -> one.place() != side.place())
                .orElse(side.place() > 0));
    }

    /** Whether the label says a scale of several sides that is asked for, of which "yes" alone tells none. */
    private boolean sidesIn(String label) {
        List<Opposites.Side> said = Opposites.of(language).said(label, false);
        return sides.stream()
                .allMatch(side -> Opposites.of(language).twofold(side.scale())
                        || said.stream().anyMatch(one -> one.scale().equals(side.scale())));
    }

    private boolean subjectIn(String text) {
        Tokens tokens = tokens(text);
        List<Term> subject = terms.stream()
                .filter(term -> sides.stream().noneMatch(side -> term.in(tokens(side.words())) >= HELD))
                .toList();
        return (subject.isEmpty() ? terms : subject).stream().allMatch(term -> term.in(tokens) >= HELD);
    }

    private static Optional<Boolean> bare(String value, String language) {
        Plain plain = Plain.of(value);
        LanguageWords words = LanguageWords.of(language);
        if (plain.words().size() > BARE) {
            return Optional.empty();
        }
        return plain.begins(words.phrase("yes"))
                ? Optional.of(true)
                : plain.begins(words.phrase("no")) ? Optional.of(false) : Optional.empty();
    }

    /** By a word for what is asked or one that excludes it, else by all words of the question. */
    private Optional<Boolean> stated() {
        Fact fact = found.fact();
        String text = (fact.about() + " " + fact.value()).strip();
        boolean needed = false;
        for (Opposites.Side asked : sides) {
            Optional<Boolean> so = stated(asked, about(text, asked));
            if (so.isPresent()) {
                return so;
            }
            needed |= !asked.hinted();
        }
        return needed || !found.literal()
                ? Optional.empty()
                : Optional.of(denies(text, language) == denies(question.text(), question.language()));
    }

    private Optional<Boolean> stated(Opposites.Side asked, String text) {
        List<Opposites.Side> answers = Opposites.of(language).said(text, false).stream()
                .filter(side -> side.scale().equals(asked.scale()))
                .toList();
        if (answers.size() != 1) {
            return Optional.empty();
        }
        boolean denied = denies(answers.getFirst().before(), language);
        boolean same = answers.getFirst().place() == asked.place();
        // of several sides, what is not the one may be any other; and that it may be one bars none where it is asked
        // what can be
        boolean possible = sides.stream().anyMatch(Opposites.Side::hinted);
        if (!same && (denied || possible) && !Opposites.of(language).twofold(asked.scale())) {
            return Optional.empty();
        }
        return Optional.of((same != denied) != denies(asked.before(), question.language()));
    }

    /** The clause that holds everything else that is asked about; the whole text where none does. */
    private String about(String text, Opposites.Side asked) {
        Tokens predicate = tokens(asked.words());
        List<Term> subject =
                terms.stream().filter(term -> term.in(predicate) < HELD).toList();
        return Arrays.stream(CLAUSE.split(text))
                .filter(clause -> !subject.isEmpty())
                .filter(clause -> {
                    Tokens tokens = tokens(clause);
                    return subject.stream().allMatch(term -> term.in(tokens) >= HELD);
                })
                .findFirst()
                .orElse(text);
    }

    private Tokens tokens(String text) {
        return new Tokens(index.analysis().tokens(text));
    }

    private static boolean denies(String text, String language) {
        return LanguageWords.of(language).says(Plain.of(NUMBERING.matcher(text).replaceAll(" ")), "negation");
    }
}
