package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.passage.Passage;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** BM25 over a document's passages and over its pages, in memory. Thread-safe. */
final class WordIndex implements Closeable {

    private static final String TEXT = "text";
    private static final String CONTEXT = "context";
    private static final String PAGE = "page";
    private static final String ID = "id";
    private static final float CONTEXT_WEIGHT = 0.5f;

    private final Map<String, Double> weights = new ConcurrentHashMap<>();
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

    /** Indexes of the best pages with their scores, best first. */
    Map<Integer, Double> pages(Map<String, Double> terms, int limit) {
        var query = new BooleanQuery.Builder();
        terms.forEach((term, weight) -> add(query, PAGE, term, weight.floatValue()));
        return search(query, limit);
    }

    private static void add(BooleanQuery.Builder query, String field, String term, float weight) {
        query.add(new BoostQuery(new TermQuery(new Term(field, term)), weight), BooleanClause.Occur.SHOULD);
    }

    private Map<Integer, Double> search(BooleanQuery.Builder query, int limit) {
        Map<Integer, Double> found = new LinkedHashMap<>();
        try {
            StoredFields stored = searcher.storedFields();
            for (ScoreDoc hit : searcher.search(query.build(), limit).scoreDocs) {
                found.put(stored.document(hit.doc).getField(ID).numericValue().intValue(), (double) hit.score);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Passages whose text holds the term. */
    int frequency(String term) {
        return frequency(TEXT, term);
    }

    /** Pages that hold the term, in what is left out of their text too. */
    int pageFrequency(String term) {
        return frequency(PAGE, term);
    }

    private int frequency(String field, String term) {
        try {
            return reader.docFreq(new Term(field, term));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How much a term tells: 0 for one that stands everywhere. */
    double weight(String term) {
        Double known = weights.get(term);
        if (known != null) {
            return known;
        }
        int frequency = Math.max(frequency(term), frequency(CONTEXT, term) / 4);
        double weight = Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));
        if (frequency > 0) { // no more than the document has words
            weights.put(term, weight);
        }
        return weight;
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
