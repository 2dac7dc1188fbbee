package dev.pagewright.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.security.TokenText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class TokenRedactionTest {

    private static final List<UnaryOperator<String>> PLACES = List.of(
            token -> token,
            token -> "GET /api/v1/account/?api_token=" + token + "&limit=3 failed",
            token -> "HTTP Request to /x?a=b&API_TOKEN=" + token + " failed, error id: 7",
            token -> "Authorization: Bearer " + token,
            token -> "{\"token\":\"" + token + "\",\"id\":1}",
            token -> "headers [authorization=bearer  " + token + "]",
            token -> "/x?api%5Ftoken=" + token,
            token -> "Made[id=1, secret=" + token + "]");

    private static final ExtFormatter MESSAGE = new PatternFormatter("%s");

    private final TokenRedaction redaction = new TokenRedaction();
    private final SecureRandom random = new SecureRandom();

    @Test
    void no_token_stays_in_a_message_its_parameters_or_an_exception() {
        for (UnaryOperator<String> place : PLACES) {
            String token = TokenText.generate(random);
            String text = place.apply(token);
            Exception thrown = new IllegalStateException("outer", new IOException(text));
            ExtLogRecord plain = new ExtLogRecord(Level.WARN, text, "test");
            ExtLogRecord formatted = new ExtLogRecord(Level.WARN, "said %s", ExtLogRecord.FormatStyle.PRINTF, "test");
            formatted.setParameters(new Object[] {text});
            formatted.setThrown(thrown);

            assertThat(redaction.isLoggable(plain)).isTrue();
            assertThat(redaction.isLoggable(formatted)).isTrue();

            StringWriter trace = new StringWriter();
            formatted.getThrown().printStackTrace(new PrintWriter(trace));
            assertThat(MESSAGE.format(plain)).doesNotContain(token.substring(3));
            assertThat(MESSAGE.format(formatted)).startsWith("said ").doesNotContain(token.substring(3));
            assertThat(trace.toString())
                    .doesNotContain(token.substring(3))
                    .contains("IllegalStateException: outer")
                    .contains("IOException")
                    .contains("no_token_stays");
        }
    }

    @Test
    void what_is_no_token_stays() {
        ExtLogRecord record =
                new ExtLogRecord(Level.INFO, "job %s: 7 pages, tokens=3", ExtLogRecord.FormatStyle.PRINTF, "t");
        record.setParameters(new Object[] {"0123456789abcdef0123456789abcdef"});

        redaction.isLoggable(record);

        assertThat(MESSAGE.format(record)).isEqualTo("job 0123456789abcdef0123456789abcdef: 7 pages, tokens=3");
    }
}
