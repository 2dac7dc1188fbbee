package dev.pagewright.chat.retrieval;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** A language's way from text to tokens: the same for passages and questions. Thread-safe. */
public final class TextAnalysis {

    /** A point between words, as in an address, parts them; in numbers and abbreviations it stays. */
    private static final Pattern POINT = Pattern.compile("(?<=\\p{L}{3})[./](?=\\p{L}{2})");

    private final String language;
    private final Analyzer analyzer;

    private TextAnalysis(String language, Analyzer analyzer) {
        this.language = language;
        this.analyzer = analyzer;
    }

    /** @param language ISO 639 code; one without an analyser of its own is cut at word borders alone */
    public static TextAnalysis of(String language) {
        Analyzer analyzer = Analyzers.of(language);
        return new TextAnalysis(language, new AnalyzerWrapper(analyzer.getReuseStrategy()) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return analyzer;
            }

            @Override
            protected Reader wrapReader(String field, Reader reader) {
                return new PatternReplaceCharFilter(POINT, " ", reader);
            }
        });
    }

    public String language() {
        return language;
    }

    Analyzer analyzer() {
        return analyzer;
    }

    public List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // strings do not fail
        }
        return tokens;
    }
}
