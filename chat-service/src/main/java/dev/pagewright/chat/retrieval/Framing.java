package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.language.LanguageWords;
import dev.pagewright.chat.language.Plain;
import dev.pagewright.field.Frame;
import dev.pagewright.field.Lexicon;
import dev.pagewright.field.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives words that speak of acts and things the concepts that they ask for together ({@link Frame}). */
final class Framing {

    /** Kinds of answer by the lists of words that ask for them. */
    private static final Map<String, List<String>> ASKED = Map.of(
            "when", List.of("when", "time"),
            "amount", List.of("amount", "figure"),
            "who", List.of("who"),
            "where", List.of("where"),
            "long", List.of("duration"));

    /** In letters: of a word for a number; shorter ones, such as "no", say other things as well. */
    private static final int SHORTEST = 3;

    private Framing() {}

    /** @return the words without those that another one now says with them */
    static List<Question.Word> of(List<Question.Word> words, Plain question, LanguageWords language) {
        Set<String> asked = asked(words, question, language);
        Map<Integer, Set<String>> meant = new HashMap<>();
        Set<Integer> absorbed = new HashSet<>();
        for (Frame frame : Frame.ALL) {
            if (asked.containsAll(frame.asked())) {
                List<Integer> places = places(frame, words, meant.keySet(), absorbed);
                if (!places.isEmpty()) {
                    meant.put(places.getFirst(), frame.meant());
                    absorbed.addAll(places.subList(1, places.size()));
                    for (int i = 0; i < words.size(); i++) {
                        if (!meant.containsKey(i) && said(frame, words.get(i))) {
                            absorbed.add(i);
                        }
                    }
                }
            }
        }
        List<Question.Word> framed = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (!absorbed.contains(i)) {
                Question.Word word = words.get(i);
                Set<String> named = word.concepts().stream()
                        .filter(concept -> !Lexicon.act(concept))
                        .collect(Collectors.toSet());
                Set<String> other = meant.getOrDefault(i, named);
                boolean asks = other.isEmpty() && light(word, language);
                framed.add(
                        Collections.disjoint(other, named) && meant.containsKey(i)
                                ? word.standing(other)
                                : word.meaning(other, word.light() || asks));
            }
        }
        return lightened(words, framed, meant.isEmpty(), asked);
    }

    private static boolean light(Question.Word word, LanguageWords language) {
        return !word.concepts().isEmpty()
                && Plain.of(word.raw()).words().stream().allMatch(part -> language.small(part) || language.light(part));
    }

    /** Whether the word only says once more what the frame is about. */
    private static boolean said(Frame frame, Question.Word word) {
        return !word.concepts().isEmpty()
                && word.concepts().stream().allMatch(Lexicon::act)
                && word.concepts().stream().anyMatch(frame.concepts()::contains);
    }

    /** Acts that are left, what is implied and who takes part are about asking where something else is asked for. */
    private static List<Question.Word> lightened(
            List<Question.Word> before, List<Question.Word> framed, boolean unframed, Set<String> asked) {
        Map<String, Set<String>> concepts = new HashMap<>();
        before.forEach(word -> concepts.put(word.raw(), word.concepts()));
        List<Question.Word> all = new ArrayList<>();
        for (Question.Word word : framed) {
            Set<String> spoken = concepts.getOrDefault(word.raw(), Set.of());
            boolean meant = !spoken.containsAll(word.concepts());
            boolean other = !unframed || framed.stream().anyMatch(one -> !one.equals(word) && !one.light());
            boolean kept = meant
                    || (asked.contains("who") && spoken.stream().anyMatch(Lexicon::party))
                    || (asked.contains("amount") && spoken.stream().anyMatch(Framing::counted));
            boolean act = other && spoken.stream().anyMatch(one -> Lexicon.implied(one) && Lexicon.act(one));
            boolean left = !unframed && !spoken.isEmpty() && word.concepts().isEmpty();
            boolean party = !unframed && !spoken.isEmpty() && spoken.stream().allMatch(Lexicon::party);
            all.add(!kept && (act || left || party) ? word.meaning(Set.of(), true) : word);
        }
        return all;
    }

    private static boolean counted(String concept) {
        return Lexicon.type(concept).filter(ValueType.QUANTITY::equals).isPresent();
    }

    private static Set<String> asked(List<Question.Word> words, Plain question, LanguageWords language) {
        Set<String> asked = new HashSet<>();
        ASKED.forEach((kind, keys) -> {
            if (keys.stream().anyMatch(key -> language.says(question, key))) {
                asked.add(kind);
            }
        });
        if (language.list("manner").stream().anyMatch(question::begins)) {
            asked.add("how");
        }
        if (words.stream().anyMatch(word -> word.concepts().contains("amount"))) {
            asked.add("amount");
        }
        if (Lexicon.of(language.language()).getOrDefault("number", List.of()).stream()
                .anyMatch(number -> number.length() >= SHORTEST && question.holds(number))) {
            asked.add("number");
            asked.remove("amount"); // "which number" is none
        }
        if (words.stream().flatMap(word -> word.concepts().stream()).anyMatch(Lexicon::measured)) {
            asked.remove("amount"); // how large is no sum
        }
        if (words.stream().anyMatch(word -> word.concepts().contains("sender"))) {
            asked.add("who");
        }
        return asked;
    }

    /** A word of its own for each concept of the frame; none where it does not fit. */
    private static List<Integer> places(
            Frame frame, List<Question.Word> words, Set<Integer> taken, Set<Integer> absorbed) {
        List<Integer> places = new ArrayList<>();
        for (String concept : frame.concepts()) {
            int before = places.size();
            for (int i = 0; i < words.size() && places.size() == before; i++) {
                if (!taken.contains(i)
                        && !absorbed.contains(i)
                        && !places.contains(i)
                        && words.get(i).concepts().contains(concept)) {
                    places.add(i);
                }
            }
            if (places.size() == before) {
                return List.of();
            }
        }
        return places;
    }
}
