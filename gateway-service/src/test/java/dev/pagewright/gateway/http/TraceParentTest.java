package dev.pagewright.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-" + TRACE + "-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-00",
                "7e-" + TRACE + "-" + SPAN + "-ff"
            })
    void a_trace_goes_on(String sent) {
        assertThat(TraceParent.of(sent)).isEqualTo(sent);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "x",
                "ff-" + TRACE + "-" + SPAN + "-01",
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-01-more",
                "00-" + TRACE + "-" + SPAN + "-1",
                "00-" + TRACE + "-" + SPAN + "-01\r\nX: y",
                "00-" + TRACE + "_" + SPAN + "-01",
                "0-" + TRACE + "-" + SPAN + "-001"
            })
    void what_is_no_trace_begins_one(@Nullable String sent) {
        Set<String> begun = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            begun.add(TraceParent.of(sent));
        }

        assertThat(begun).hasSize(100).allMatch(trace -> trace.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00"));
        assertThat(begun).doesNotContain(String.valueOf(sent));
    }
}
