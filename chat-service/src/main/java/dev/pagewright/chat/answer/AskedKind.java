package dev.pagewright.chat.answer;

import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.chat.retrieval.Retrieval;

/** What kind of value a question asks for: a day, an amount, a weight in its units, a name. */
public final class AskedKind {

    private AskedKind() {}

    /** Whether a text holds a value of the kind, as a fact of the document must; true where any text may answer. */
    public static boolean in(String text, DocumentIndex index, Retrieval found) {
        return FactFinder.fits(index, found, text);
    }
}
