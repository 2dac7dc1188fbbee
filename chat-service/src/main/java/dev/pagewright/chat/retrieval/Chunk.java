package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.passage.Passage;
import java.util.ArrayList;
import java.util.List;

/**
 * What is embedded: neighbouring passages of a page under the same headings together, since a table's row alone has
 * no meaning to be near to, and few long texts take less time than many short ones.
 *
 * @param first ordinal of the first passage
 * @param last ordinal of the last one
 */
public record Chunk(int first, int last, String text) {

    private static final int LONGEST = 900;

    public static List<Chunk> of(List<Passage> passages) {
        List<Chunk> chunks = new ArrayList<>();
        int first = 0;
        var text = new StringBuilder();
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            boolean begins = text.isEmpty();
            if (!begins
                    && (apart(passages.get(i - 1), passage)
                            || text.length() + passage.text().length() > LONGEST)) {
                chunks.add(new Chunk(first, i - 1, text.toString()));
                text.setLength(0);
                begins = true;
            }
            if (begins) {
                first = i;
                text.append(passage.context());
            }
            text.append(text.isEmpty() ? "" : "\n").append(passage.text());
        }
        if (!text.isEmpty()) {
            chunks.add(new Chunk(first, passages.size() - 1, text.toString()));
        }
        return chunks;
    }

    private static boolean apart(Passage before, Passage passage) {
        return before.page() != passage.page() || passage.kind() == Passage.Kind.HEADING;
    }
}
