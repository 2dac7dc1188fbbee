package dev.pagewright.chat.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CitationVerifierTest {

    @Property(tries = 300)
    void a_piece_of_the_page_is_verbatim_whatever_its_white_space(
            @ForAll @NotBlank @StringLength(max = 200) String page,
            @ForAll @IntRange(max = 199) int from,
            @ForAll @IntRange(max = 199) int to) {
        String piece = page.substring(
                Math.min(from, page.length() - 1) / 2, Math.max(page.length() / 2, Math.min(to, page.length())));
        Assume.that(!piece.isBlank() && piece.codePoints().anyMatch(Character::isLetterOrDigit));

        assertThat(verifier(page).verbatim(0, "\n " + piece.replace(" ", "\u00a0\t ")))
                .isTrue();
    }

    @Property(tries = 300)
    void what_is_not_on_the_page_is_none(@ForAll String page, @ForAll @NotBlank String snippet) {
        String other = snippet + "\u2603" + page;

        assertThat(verifier(page).verbatim(0, other)).isFalse();
    }

    @Property(tries = 100)
    void no_snippet_is_verbatim_of_a_page_that_is_not_there(@ForAll String text, @ForAll @IntRange(min = 1) int page) {
        assertThat(verifier(text).verbatim(page, text)).isFalse();
    }

    @Test
    void white_space_alone_quotes_nothing() {
        assertThat(verifier("a b").verbatim(0, " \n\u00a0")).isFalse();
        assertThat(verifier("a b").verbatim(0, "")).isFalse();
    }

    @Test
    void drops_what_is_not_verbatim_and_keeps_the_order() {
        var right = new Citation(1, 0, "second thing", List.of(), 0.5);
        var wrong = new Citation(1, 0, "third thing", List.of(), 0.9);
        var first = new Citation(1, 0, "first", List.of(), 0.1);

        assertThat(verifier("first,\nsecond\tthing").verified(List.of(right, wrong, first)))
                .containsExactly(right, first);
    }

    private static CitationVerifier verifier(String page) {
        return new CitationVerifier(Map.of(0, page));
    }
}
