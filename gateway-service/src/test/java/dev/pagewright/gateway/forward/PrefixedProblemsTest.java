package dev.pagewright.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixedProblemsTest {

    private static final String EVENTS = """
            event: token
            data: {"text":"event: error ünd /problems/ more"}

            event: error
            data: {"type":"/problems/internal_error","status":500}

            event: message
            data: {"type":"/problems/internal_error"}

            event: error
            data: no problem

            : a comment without an end""";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100, 10_000})
    void theTypeOfAStreamedProblemIsTheAddressOutside(int octetsAtOnce) throws IOException {
        assertThat(passed("/ocr", octetsAtOnce))
                .isEqualTo(EVENTS.replace(
                        "{\"type\":\"/problems/internal_error\",\"s",
                        "{\"type\":\"/ocr/problems/internal_error\",\"s"));
        assertThat(passed("", octetsAtOnce)).isEqualTo(EVENTS);
    }

    private static String passed(String prefix, int octetsAtOnce) throws IOException {
        var client = new ByteArrayOutputStream();
        var events = new PrefixedProblems(client, prefix);
        byte[] octets = EVENTS.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < octets.length; i += octetsAtOnce) {
            events.write(octets, i, Math.min(octetsAtOnce, octets.length - i));
        }
        events.end();
        return client.toString(StandardCharsets.UTF_8);
    }
}
