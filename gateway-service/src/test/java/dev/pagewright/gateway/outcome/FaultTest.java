package dev.pagewright.gateway.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.ConcurrentModificationException;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What fails is the database's fault only where it or the way to it says so; whatever else comes is a bug of ours. */
class FaultTest {

    static Stream<Throwable> bugs() {
        return Stream.of(
                new IllegalStateException("a state that cannot be"),
                new NullPointerException(),
                new IllegalArgumentException(),
                new IndexOutOfBoundsException(),
                new ClassCastException(),
                new ArithmeticException(),
                new UnsupportedOperationException(),
                new NoSuchElementException(),
                new ConcurrentModificationException(),
                new SecurityException(),
                new RuntimeException("of a kind that nobody thought of"),
                new StackOverflowError(),
                new AssertionError(),
                new UncheckedIOException(new JsonParseException(null, "what we wrote ourselves")));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void a_bug_is_ours_however_it_is_wrapped(Throwable bug) {
        assertThat(Fault.of(bug)).isEqualTo(Fault.OURS);
        assertThat(Fault.of(new CompletionException(bug))).isEqualTo(Fault.OURS);
        assertThat(Fault.of(new RuntimeException(new CompletionException(bug)))).isEqualTo(Fault.OURS);
    }

    static Stream<Throwable> absences() {
        return Stream.of(
                new ConnectException("refused"),
                new IOException("reset by peer"),
                new TimeoutException(),
                new io.smallrye.mutiny.TimeoutException(),
                new NoStackTraceThrowable("Timeout"),
                ClosedConnectionException.INSTANCE,
                new VertxException("Pool closed"));
    }

    @ParameterizedTest
    @MethodSource("absences")
    void a_database_that_is_not_reached_is_away(Throwable absence) {
        assertThat(Fault.of(absence)).isEqualTo(Fault.AWAY);
        assertThat(Fault.of(new CompletionException(absence))).isEqualTo(Fault.AWAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "25006", "28P01", "3D000", "40001", "40P01", "53300", "55P03", "57P01", "57P03", "58030",
                "XX000"
            })
    void a_database_that_says_later_is_away(String state) {
        assertThat(Fault.of(answer(state))).isEqualTo(Fault.AWAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "22021", "22003", "22P05", "23502", "23503", "23514"})
    void data_that_the_database_refuses_are_unfit(String state) {
        assertThat(Fault.of(answer(state))).isEqualTo(Fault.UNFIT);
        assertThat(Fault.of(new UnfitOutcomeException("names another's blob"))).isEqualTo(Fault.UNFIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42703", "42P01", "42883", "42601", "21000", "0A000", "P0001"})
    void a_statement_that_is_wrong_is_ours(String state) {
        assertThat(Fault.of(answer(state))).isEqualTo(Fault.OURS);
    }

    private static PgException answer(String state) {
        return new PgException("no", "ERROR", state, null);
    }
}
