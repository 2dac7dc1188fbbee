package dev.pagewright.chat.model.check;

import dev.pagewright.chat.retrieval.TextAnalysis;
import java.util.ArrayList;
import java.util.List;

/** Holds a statement against the passages that it names: figures, quotations, then words. Not thread-safe. */
public final class StatementCheck {

    private final TextAnalysis analysis;
    private final WordCheck words;

    /** @param analysis of the document's language */
    public StatementCheck(TextAnalysis analysis) {
        this.analysis = analysis;
        this.words = new WordCheck(analysis);
    }

    /**
     * What a statement says that its passages do not.
     *
     * @param statement plain text, without the names of passages
     * @param sources that it names, whose pages it may name as well
     * @param question whose words it may repeat, and whose years
     * @return figures and quotations as they stand in it, or the whole statement where its words are invented; empty where
     *     nothing is
     */
    public List<String> unsupported(String statement, List<Source> sources, String question) {
        List<String> flagged =
                new ArrayList<>(FigureCheck.unsupported(statement, sources, question, analysis.language()));
        flagged.addAll(QuotationCheck.unsupported(statement, sources, question));
        if (flagged.isEmpty() && !words.supported(statement, sources, question)) {
            flagged.add(statement);
        }
        return flagged;
    }
}
