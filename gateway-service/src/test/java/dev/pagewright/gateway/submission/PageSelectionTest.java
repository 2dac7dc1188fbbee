package dev.pagewright.gateway.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
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
        assertThat(PageSelection.of(text, 10)).hasValue(numbers);
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
