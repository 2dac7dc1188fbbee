package dev.pagewright.chat.answer;

import dev.pagewright.chat.citation.Citation;
import dev.pagewright.chat.passage.Passage;
import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.chat.retrieval.Retrieval;
import dev.pagewright.chat.retrieval.Term;
import dev.pagewright.chat.retrieval.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All items of the list, or rows of the table, that stands under what a question asks a list of: each cited, as many as an
 * answer tells, and how many more there are.
 */
final class Listing {

    private static final int TOLD = 12;
    private static final int FEWEST = 2;
    /** In letters: a longer item is a paragraph. */
    private static final int LONGEST = 160;
    /** In letters: a row that is told with its figures. */
    private static final int SHORT = 60;
    /** How far the heading, introduction or columns must say every word of the question. */
    private static final double HELD = 0.6;

    private record Item(Passage passage, String says) {}

    private Listing() {}

    /** @return none where no list as a whole is asked for, or none stands under what is asked */
    static List<Evidence> of(DocumentIndex index, Retrieval asked, Speech speech) {
        List<Term> terms = asked.terms();
        List<Item> items = found(index, asked, terms).stream()
                .filter(list -> !single(index, list, terms))
                .findFirst()
                .orElse(List.of());
        return items.isEmpty() ? List.of() : told(items, speech);
    }

    /** Each item by itself, in order; what stands nowhere in the document, such as a word for offering, need not be said above. */
    static List<Evidence> items(DocumentIndex index, Retrieval asked) {
        return found(index, asked, asked.terms().stream().filter(Term::known).toList()).stream()
                .limit(1)
                .flatMap(List::stream)
                .map(item -> new Evidence(item.says, Citation.whole(item.passage, 1)))
                .toList();
    }

    /** The lists, by their items, of which the heading, introduction or columns say all terms. */
    private static List<List<Item>> found(DocumentIndex index, Retrieval asked, List<Term> terms) {
        if (terms.isEmpty() || !asked.question().wants().isEmpty()) {
            return List.of();
        }
        return lists(index).entrySet().stream()
                .filter(list -> list.getValue().size() >= FEWEST)
                .filter(list -> {
                    var above = new Tokens(index.analysis().tokens(list.getKey()));
                    return terms.stream().allMatch(term -> term.in(above) >= HELD);
                })
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Whether the question names some of the items by a word that the others do not say. */
    private static boolean single(DocumentIndex index, List<Item> items, List<Term> terms) {
        long saying = items.stream()
                .filter(item -> {
                    var tokens = new Tokens(index.analysis().tokens(item.passage.text()));
                    return terms.stream().anyMatch(term -> term.literally(tokens));
                })
                .count();
        return saying > 0 && saying < items.size();
    }

    /** Items by the nearest that they stand under, rows by that and their columns, also where they go on over pages. */
    private static Map<String, List<Item>> lists(DocumentIndex index) {
        Map<String, List<Item>> lists = new LinkedHashMap<>();
        for (FigureRows.Row row : new FigureRows(index).all()) {
            Passage passage = row.passage();
            boolean whole = row.words().isEmpty() || passage.text().length() <= SHORT;
            String label = whole ? passage.text() : row.words();
            lists.computeIfAbsent(nearest(passage) + " " + passage.columns(), key -> new ArrayList<>())
                    .add(new Item(passage, label));
        }
        for (Passage passage : index.passages()) {
            if (passage.kind() == Passage.Kind.ITEM && passage.text().length() <= LONGEST) {
                lists.computeIfAbsent(nearest(passage), key -> new ArrayList<>())
                        .add(new Item(passage, passage.text()));
            }
        }
        return lists;
    }

    private static String nearest(Passage passage) {
        return passage.above().isEmpty() ? "" : passage.above().getLast();
    }

    private static List<Evidence> told(List<Item> items, Speech speech) {
        List<Item> first = items.subList(0, Math.min(TOLD, items.size()));
        String says = String.join("; ", first.stream().map(Item::says).toList());
        int left = items.size() - first.size();
        List<Evidence> evidence = new ArrayList<>();
        for (Item item : first) {
            evidence.add(new Evidence(
                    evidence.isEmpty() ? says + (left > 0 ? "; " + speech.more(left) : "") : "",
                    Citation.whole(item.passage, 1)));
        }
        return evidence;
    }
}
