package dev.pagewright.chat.answer;

import dev.pagewright.chat.language.LanguageDetector;
import dev.pagewright.chat.language.LanguageWords;

/** What answers say themselves, in one language. */
public final class Speech {

    private final LanguageWords words;

    private Speech(LanguageWords words) {
        this.words = words;
    }

    /**
     * In the language of a text.
     *
     * @param document ISO 639 code of the document's language, which settles what the text leaves open
     */
    public static Speech of(String text, String document) {
        return in(LanguageDetector.of(text, document));
    }

    static Speech in(String language) {
        return new Speech(LanguageWords.of(language));
    }

    public String refusal() {
        return words.phrase("refusal");
    }

    /** A page as this language names it. */
    public String page(int number) {
        return words.phrase("cite").replace("%d", Integer.toString(number));
    }

    String yes() {
        return words.phrase("yes");
    }

    String no() {
        return words.phrase("no");
    }

    /** That a list goes on. */
    String more(int number) {
        return words.phrase("more").replace("%d", Integer.toString(number));
    }

    String sumOf() {
        return words.phrase("sumOf");
    }
}
