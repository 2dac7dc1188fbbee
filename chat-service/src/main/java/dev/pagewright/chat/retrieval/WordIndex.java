package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.passage.Passage;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** BM25 over a document's passages and over windows of its pages, in memory. Thread-safe. */
final class WordIndex implements Closeable {

    private static final String TEXT = "text";
    private static final String CONTEXT = "context";
    private static final String PAGE = "page";
    private static final String WINDOW = "window";
    private static final String ID = "id";
    /** In words: what a window holds, and how far the next one begins. */
    private static final int WORDS = 120;

    private static final int STEP = 60;
    private static final float CONTEXT_WEIGHT = 0.5f;

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final int passages;

    WordIndex(List<Passage> passages, Map<Integer, String> pages, TextAnalysis analysis) {
        this.passages = passages.size();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analysis.analyzer()))) {
            for (Passage passage : passages) {
                var document = new Document();
                document.add(new StoredField(ID, passage.ordinal()));
                document.add(new TextField(TEXT, passage.text(), Field.Store.NO));
                document.add(new TextField(CONTEXT, context(passage), Field.Store.NO));
                writer.addDocument(document);
            }
            for (Map.Entry<Integer, String> page : pages.entrySet()) {
                var document = new Document();
                document.add(new StoredField(ID, page.getKey()));
                document.add(new TextField(PAGE, page.getValue(), Field.Store.NO));
                writer.addDocument(document);
                for (String text : windows(page.getValue())) {
                    var window = new Document();
                    window.add(new StoredField(ID, page.getKey()));
                    window.add(new TextField(WINDOW, text, Field.Store.NO));
                    writer.addDocument(window);
                }
            }
            writer.commit();
            reader = DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        searcher = new IndexSearcher(reader);
    }

    static String context(Passage passage) {
        String group = passage.row() == null ? "" : passage.row().group();
        return passage.context() + " " + group + " " + passage.columns();
    }

    /** Ordinals of the best passages with their scores, best first. */
    Map<Integer, Double> passages(Map<String, Double> terms, int limit) {
        var query = new BooleanQuery.Builder();
        terms.forEach((term, weight) -> {
            add(query, TEXT, term, weight.floatValue());
            add(query, CONTEXT, term, weight.floatValue() * CONTEXT_WEIGHT);
        });
        return search(query, limit);
    }

    /** Pages that hold the tokens, by their best window, best first. */
    List<Integer> pages(List<String> tokens, int limit) {
        var query = new BooleanQuery.Builder();
        Set.copyOf(tokens).forEach(token -> add(query, WINDOW, token, 1));
        return List.copyOf(search(query, limit).keySet());
    }

    /** Windows of a text that overlap by half. */
    private static List<String> windows(String text) {
        List<String> words = Arrays.asList(text.split("\\s+", -1));
        List<String> windows = new ArrayList<>();
        for (int from = 0; from == 0 || from + STEP < words.size(); from += STEP) {
            windows.add(String.join(" ", words.subList(from, Math.min(words.size(), from + WORDS))));
        }
        return windows;
    }

    private static void add(BooleanQuery.Builder query, String field, String term, float weight) {
        query.add(
                new BoostQuery(new TermQuery(new org.apache.lucene.index.Term(field, term)), weight),
                BooleanClause.Occur.SHOULD);
    }

    private Map<Integer, Double> search(BooleanQuery.Builder query, int limit) {
        Map<Integer, Double> found = new LinkedHashMap<>();
        try {
            StoredFields stored = searcher.storedFields();
            for (ScoreDoc hit : searcher.search(query.build(), limit).scoreDocs) {
                found.putIfAbsent(
                        stored.document(hit.doc).getField(ID).numericValue().intValue(), (double) hit.score);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Passages that hold one of the ways, each with all of its tokens, in their text or context. */
    int frequency(List<Term.Way> ways) {
        var any = new BooleanQuery.Builder();
        for (Term.Way way : ways) {
            var all = new BooleanQuery.Builder();
            way.tokens().forEach(token -> all.add(either(token), BooleanClause.Occur.MUST));
            any.add(all.build(), BooleanClause.Occur.SHOULD);
        }
        return count(any.build());
    }

    /** Pages that hold all the tokens, in what is left out of their text too. */
    int pages(List<String> tokens) {
        var all = new BooleanQuery.Builder();
        tokens.forEach(token ->
                all.add(new TermQuery(new org.apache.lucene.index.Term(PAGE, token)), BooleanClause.Occur.MUST));
        return count(all.build());
    }

    private static BooleanQuery either(String token) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new org.apache.lucene.index.Term(TEXT, token)), BooleanClause.Occur.SHOULD)
                .add(new TermQuery(new org.apache.lucene.index.Term(CONTEXT, token)), BooleanClause.Occur.SHOULD)
                .build();
    }

    private int count(BooleanQuery query) {
        try {
            return searcher.count(query);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How much a term tells that stands in so many passages: 0 for one that stands everywhere (inverse document frequency). */
    double weight(int frequency) {
        return Math.log(1 + (passages - frequency + 0.5) / (Math.max(frequency, 1) + 0.5));
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
