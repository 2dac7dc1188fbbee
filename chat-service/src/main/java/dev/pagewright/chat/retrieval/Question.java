package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.language.LanguageWords;
import dev.pagewright.chat.language.Plain;
import dev.pagewright.field.ValueType;
import java.util.List;
import java.util.Set;

/**
 * A question as its words tell it, before any document's statistics.
 *
 * @param text white space folded; a long one cut to what it asks
 * @param language ISO 639 code of the question's own
 * @param words what it asks about, in order
 * @param wants kinds of values of which one must stand in the answer; none where any text may answer
 * @param pages numbers of the pages that it names
 * @param quotation letters and digits of the line that it quotes; empty where it quotes none
 */
public record Question(
        String text,
        String language,
        List<Word> words,
        Set<ValueType> wants,
        Set<Aim> aims,
        Set<Integer> pages,
        String quotation) {

    /**
     * A word or a term of several words that is asked about.
     *
     * @param raw as it stands there, lower case
     * @param tokens by the document's analysis
     * @param concepts of the lexicon that it names; none where it is no term of it
     * @param light whether it is about asking rather than about what is asked
     * @param name whether it is written as a name within its sentence
     * @param share 1 for a word of the question itself, less for one that is carried over from the last
     */
    public record Word(
            String raw, List<String> tokens, Set<String> concepts, boolean light, boolean name, double share) {

        public Word {
            tokens = List.copyOf(tokens);
            concepts = Set.copyOf(concepts);
        }

        Word meaning(Set<String> others, boolean lighter) {
            return new Word(raw, tokens, others, lighter, name, share);
        }

        /** A word that only stands for what it means, and does not say it itself. */
        Word standing(Set<String> others) {
            return new Word(raw, List.of(), others, false, false, share);
        }

        Word carried(double part) {
            return new Word(raw, tokens, concepts, light, name, share * part);
        }
    }

    public Question {
        words = List.copyOf(words);
        wants = Set.copyOf(wants);
        aims = Set.copyOf(aims);
        pages = Set.copyOf(pages);
    }

    public static Question of(String text, TextAnalysis analysis) {
        return QuestionReader.read(text, analysis);
    }

    /** @param language ISO 639 code of the text's own */
    public static Question of(String text, TextAnalysis analysis, String language) {
        return QuestionReader.read(text, analysis, language);
    }

    public boolean aims(Aim aim) {
        return aims.contains(aim);
    }

    /** Whether it asks on which page something stands. */
    boolean seeksPage() {
        Plain plain = Plain.of(text);
        return pages.isEmpty()
                && LanguageWords.of(language).list("page").stream().anyMatch(plain::holds);
    }

    /** Words that say what is asked about. */
    public long content() {
        return words.stream().filter(word -> !word.light()).count();
    }

    /** Whether it needs the words of the question before, rather than be told by them which of several answers is meant. */
    public boolean leans() {
        return words.stream().anyMatch(word -> word.share() < 1 && word.share() > FollowUp.TIE);
    }

    /** The same text with other words and aims. */
    Question with(List<Word> others, Set<ValueType> otherWants, Set<Aim> otherAims) {
        return new Question(text, language, others, otherWants, otherAims, pages, quotation);
    }
}
