package dev.pagewright.chat.fact;

import dev.pagewright.chat.passage.Folded;
import dev.pagewright.chat.passage.Passage;
import dev.pagewright.chat.passage.PlacedText;
import dev.pagewright.chat.passage.Places;
import dev.pagewright.chat.passage.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The sentences of a text, its lines where it is no prose, and labels with values in either. */
final class TextFacts {

    private static final Pattern ENDS = Pattern.compile("[.!?。！？؟;]['\"”’)]?$");

    private TextFacts() {}

    static List<Fact> of(Passage passage, Locale language) {
        List<Fact> facts = new ArrayList<>();
        String text = passage.text();
        if (prose(passage)) {
            String before = "";
            for (String sentence : Sentences.of(text, language)) {
                add(facts, passage, Fact.Kind.SENTENCE, sentence, before);
                before = sentence;
            }
        } else {
            for (PlacedText line : passage.lines()) {
                String folded = Folded.of(line.text());
                if (text.contains(folded) && !folded.isEmpty()) {
                    add(facts, passage, Fact.Kind.LINE, folded, "");
                }
            }
            if (passage.lines().size() > 1 || facts.isEmpty()) {
                add(facts, passage, Fact.Kind.LINE, text, "");
            }
        }
        return facts;
    }

    /** Whether lines run on into each other: a single line, or several of which the last ends a sentence. */
    private static boolean prose(Passage passage) {
        return passage.lines().size() <= 1 || ENDS.matcher(passage.text()).find();
    }

    private static void add(List<Fact> facts, Passage passage, Fact.Kind kind, String text, String before) {
        String above = (passage.context() + " " + before).strip();
        List<LabelledValues.Pair> pairs = LabelledValues.in(text);
        for (LabelledValues.Pair pair : pairs) {
            facts.add(new Fact(
                    Fact.Kind.PAIR,
                    passage,
                    pair.label(),
                    "",
                    pair.label(),
                    pair.value(),
                    above,
                    Set.of(),
                    pair.snippet(),
                    Places.boxes(passage.lines(), pair.snippet())));
        }
        if (pairs.size() != 1 || !pairs.getFirst().snippet().equals(text)) {
            facts.add(new Fact(
                    kind, passage, "", "", "", text, above, Set.of(), text, Places.boxes(passage.lines(), text)));
        }
    }
}
