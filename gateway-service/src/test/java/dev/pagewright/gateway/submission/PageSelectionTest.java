package dev.pagewright.gateway.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageSelectionTest {

    static Stream<Arguments> selections() {
        return Stream.of(
                Arguments.of("3", List.of(3)),
                Arguments.of("1-3,8", List.of(1, 2, 3, 8)),
                Arguments.of("8, 1 - 3", List.of(1, 2, 3, 8)),
                Arguments.of("2,2,1-2", List.of(1, 2)),
                Arguments.of("8-", List.of(8, 9, 10)),
                Arguments.of("-2", List.of(1, 2)),
                Arguments.of("9-999999", List.of(9, 10)));
    }

    @ParameterizedTest
    @MethodSource("selections")
    void pages_come_once_and_in_the_files_order(String text, List<Integer> numbers) {
        assertThat(PageSelection.of(text, 10).map(PageSelection::numbers)).hasValue(numbers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-", "-999999,1-", "2-,3-,4-", "999999-"})
    void a_selection_is_counted_without_being_expanded(String text) {
        assertThat(PageSelection.of(text, Integer.MAX_VALUE).orElseThrow().count())
                .isGreaterThan(2_000_000_000L);
    }

    @Property
    void any_ranges_select_what_their_numbers_would(
            @ForAll @Size(min = 1, max = 40) List<@From("ranges") String> parts,
            @ForAll @IntRange(min = 1, max = 60) int pages) {
        Set<Integer> expected = new TreeSet<>();
        for (String part : parts) {
            String[] ends = part.split("-", 2);
            IntStream.rangeClosed(Integer.parseInt(ends[0]), Math.min(pages, Integer.parseInt(ends[ends.length - 1])))
                    .forEach(expected::add);
        }

        Optional<PageSelection> selection = PageSelection.of(String.join(",", parts), pages);

        assertThat(selection.map(PageSelection::numbers).orElse(List.of())).containsExactlyElementsOf(expected);
        assertThat(selection.map(PageSelection::count).orElse(0L)).isEqualTo(expected.size());
    }

    @Provide
    Arbitrary<String> ranges() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 70),
                        Arbitraries.integers().between(0, 9))
                .as((from, more) -> more == 0 ? "" + from : from + "-" + (from + more));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "x", "0", "3-1", "1--2", "-", "1,,2", "1.5", "1;2", "99999999999", "11", "一"})
    void what_selects_nothing_is_no_selection(String text) {
        assertThat(PageSelection.of(text, 10)).isEmpty();
    }

    @Test
    void a_selection_that_is_too_long_is_not_looked_at() {
        assertThat(PageSelection.wellFormed("1,".repeat(5000) + "1")).isFalse();
    }
}
