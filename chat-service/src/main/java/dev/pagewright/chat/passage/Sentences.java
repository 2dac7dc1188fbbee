package dev.pagewright.chat.passage;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Sentences of a text, each verbatim. Knows that an abbreviation, an initial or a number's point ends none. */
public final class Sentences {

    private static final Pattern UNFINISHED = Pattern.compile(
            "(?:^|[\\s(])(?:[A-Z]|[A-Z]\\.[A-Z]|Inc|Corp|Co|Ltd|No|Nos|Mr|Mrs|Ms|Dr|St|vs|e\\.g|i\\.e|approx|Art|Nr|Abs|bzw|z\\.B|"
                    + "ca|Fig|Sec|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|U\\.S|p|pp|S|\\d+)\\.\\s*$");

    private Sentences() {}

    public static List<String> of(String text, Locale language) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(language);
        breaks.setText(text);
        List<String> sentences = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end < text.length()
                    && UNFINISHED.matcher(text.substring(start, end)).find()) {
                continue;
            }
            String sentence = text.substring(start, end).strip();
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
            start = end;
        }
        return sentences;
    }

    /** Whether the text stops in the middle of a sentence. */
    static boolean runsOn(String text) {
        String bare = text.stripTrailing();
        return !bare.isEmpty() && ".!?:;。！？：؟۔।)\"”".indexOf(bare.charAt(bare.length() - 1)) < 0;
    }
}
