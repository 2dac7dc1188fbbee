package dev.pagewright.chat.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Other ways of saying a phrase: groups of phrases in a language, a line each. Thread-safe. */
final class Synonyms {

    private static final Map<String, Synonyms> LOADED = new ConcurrentHashMap<>();

    private final List<List<List<String>>> groups;

    private Synonyms(List<List<List<String>>> groups) {
        this.groups = groups;
    }

    static Synonyms of(TextAnalysis analysis) {
        return LOADED.computeIfAbsent(analysis.language(), code -> load(code, analysis));
    }

    /**
     * The phrases of the group that the tokens at this place say, the longest phrase winning.
     *
     * @return that phrase first; empty where no group knows it
     */
    List<List<String>> at(List<String> tokens, int from) {
        List<String> longest = List.of();
        List<List<String>> group = List.of();
        for (List<List<String>> candidate : groups) {
            for (List<String> phrase : candidate) {
                int to = from + phrase.size();
                if (phrase.size() > longest.size()
                        && to <= tokens.size()
                        && tokens.subList(from, to).equals(phrase)) {
                    longest = phrase;
                    group = candidate;
                }
            }
        }
        if (group.isEmpty()) {
            return List.of();
        }
        List<List<String>> ways = new ArrayList<>(List.of(longest));
        for (List<String> phrase : group) {
            if (!phrase.equals(longest)) {
                ways.add(phrase);
            }
        }
        return ways;
    }

    private static Synonyms load(String language, TextAnalysis analysis) {
        List<List<List<String>>> groups = new ArrayList<>();
        for (String line : Words.lines("synonyms-" + language + ".txt")) {
            List<List<String>> group = new ArrayList<>();
            for (String phrase : line.split(",", -1)) {
                List<String> tokens = analysis.tokens(phrase);
                if (!tokens.isEmpty() && !group.contains(tokens)) {
                    group.add(tokens);
                }
            }
            groups.add(group);
        }
        return new Synonyms(groups);
    }
}
