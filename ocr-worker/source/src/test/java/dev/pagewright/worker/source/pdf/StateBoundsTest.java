package dev.pagewright.worker.source.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateBoundsTest {

    private static final int FLOOD = 5_000_000;

    private int states;
    private int clips;
    private final StateBounds bounds = new StateBounds(() -> states, () -> clips);

    @Test
    void statesAreSavedToABoundAndEachIsRestoredByItsOwn() {
        long saved = flood("q", () -> states++);
        assertThat(saved).isLessThan(100_000);
        assertThat(flood("Q", () -> states--)).isEqualTo(saved);
        assertThat(states).isZero();
    }

    @ParameterizedTest
    @CsvSource({"BMC,EMC", "BDC,EMC"})
    void marksAreOpenedToABoundAndEachIsClosedByItsOwn(String open, String close) {
        long opened = flood(open, () -> {});
        assertThat(opened).isLessThan(1_000_000);
        long leftOut =
                IntStream.range(0, FLOOD).filter(i -> !bounds.admits(close)).count();
        assertThat(leftOut).isEqualTo(FLOOD - opened);
    }

    @ParameterizedTest
    @ValueSource(strings = {"m", "l", "c", "v", "y", "re"})
    void aPathGrowsToABoundAndTheNextOneIsDrawn(String segment) {
        assertThat(flood(segment, () -> {})).isLessThan(FLOOD);
        assertThat(bounds.admits("n")).isTrue();
        assertThat(bounds.admits(segment)).isTrue();
    }

    @Test
    void clipsAreLaidOneUponTheOtherToABound() {
        assertThat(flood("W", () -> clips++)).isLessThan(100_000);
        clips = 0;
        assertThat(bounds.admits("W")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tj", "Do", "cm", "BT", "ET", "sh"})
    void whatDrawsIsAlwaysObeyed(String operator) {
        assertThat(flood(operator, () -> {})).isEqualTo(FLOOD);
    }

    private long flood(String operator, Runnable obeyed) {
        long admitted = 0;
        for (int i = 0; i < FLOOD; i++) {
            if (bounds.admits(operator)) {
                admitted++;
                obeyed.run();
            }
        }
        return admitted;
    }
}
