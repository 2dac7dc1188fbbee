package dev.pagewright.gateway.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.util.ConcurrentModificationException;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose fault it is that an outcome is not stored. */
class FaultTest {

    static Stream<Throwable> bugs() {
        return Stream.of(
                new NullPointerException(),
                new IllegalArgumentException(),
                new NumberFormatException(),
                new NoSuchElementException(),
                new ClassCastException(),
                new ArithmeticException(),
                new IndexOutOfBoundsException(),
                new UnsupportedOperationException(),
                new ConcurrentModificationException(),
                new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void a_bug_of_ours_is_not_the_outcomes_fault(Throwable bug) {
        assertThat(OutcomeBatches.fault(bug)).isEqualTo(OutcomeBatches.Fault.OURS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "22021", "22003", "22P05", "23502", "23503", "23514"})
    void data_that_the_database_refuses_is(String state) {
        assertThat(OutcomeBatches.fault(new PgException("refused", "ERROR", state, "")))
                .isEqualTo(OutcomeBatches.Fault.UNFIT);
        assertThat(OutcomeBatches.fault(new UnfitOutcomeException("unfit"))).isEqualTo(OutcomeBatches.Fault.UNFIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"57P01", "57P03", "08006", "53300", "40001", "40P01", "25006", "XX000", "58030"})
    void a_database_that_will_do_better_later_is_waited_for(String state) {
        assertThat(OutcomeBatches.fault(new PgException("later", "FATAL", state, "")))
                .isEqualTo(OutcomeBatches.Fault.AWAY);
        assertThat(OutcomeBatches.fault(new CompletionException(new java.io.IOException("closed"))))
                .isEqualTo(OutcomeBatches.Fault.AWAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42703", "42P01", "42883", "42601"})
    void a_statement_that_is_wrong_is_ours(String state) {
        assertThat(OutcomeBatches.fault(new PgException("wrong", "ERROR", state, "")))
                .isEqualTo(OutcomeBatches.Fault.OURS);
    }
}
