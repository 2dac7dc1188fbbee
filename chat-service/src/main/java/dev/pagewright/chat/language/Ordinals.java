package dev.pagewright.chat.language;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Words of one language that number things, from {@code ordinals} of its file: "first", "second". */
public final class Ordinals {

    /**
     * @param place 1 for the first
     * @param words by which it is said
     */
    public record Ordinal(int place, String words) {}

    private final List<String> places;

    private Ordinals(LanguageWords words) {
        places = words.list("ordinals");
    }

    public static Ordinals of(LanguageWords words) {
        return new Ordinals(words);
    }

    /** The first place in order that the text names. */
    public Optional<Ordinal> in(Plain text) {
        for (int i = 0; i < places.size(); i++) {
            int place = i + 1;
            Optional<Ordinal> said = Arrays.stream(places.get(i).split("/", -1))
                    .filter(text::holds)
                    .findFirst()
                    .map(words -> new Ordinal(place, words));
            if (said.isPresent()) {
                return said;
            }
        }
        return Optional.empty();
    }
}
