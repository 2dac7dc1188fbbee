package dev.pagewright.gateway.access;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Takes tokens out of whatever is logged, by us or by a library: what has the form of one, what follows {@code Bearer}, and
 * the value of {@code api_token} in an address. Messages of exceptions too.
 */
@LoggingFilter(name = "tokens")
public final class TokenRedaction implements Filter {

    private static final Pattern SECRET = Pattern.compile(
            "(?i)(\\bpw_)[0-9A-Z]{20,}|(\\bbearer\\s+|\\bbasic\\s+|\\bapi(?:_|%5f)token(?:=|%3d))[^\\s&\"'<>,;)\\]}]+");

    /** Causes that are looked at: they may go round in a circle. */
    private static final int DEEPEST = 20;

    private static final ExtFormatter MESSAGE = new PatternFormatter("%s");

    @Override
    public boolean isLoggable(LogRecord record) {
        if (record instanceof ExtLogRecord extended) {
            String message = MESSAGE.format(extended);
            if (tells(message)) {
                extended.setMessage(redacted(message), ExtLogRecord.FormatStyle.NO_FORMAT);
                extended.setParameters(null);
            }
        }
        Throwable thrown = record.getThrown();
        if (thrown != null && anyTells(thrown)) {
            record.setThrown(Redacted.of(thrown, DEEPEST));
        }
        return true;
    }

    static String redacted(String text) {
        return SECRET.matcher(text)
                .replaceAll(found -> (found.group(1) == null ? found.group(2) : found.group(1)) + "***");
    }

    private static boolean tells(String text) {
        return SECRET.matcher(text).find();
    }

    private static boolean anyTells(Throwable thrown) {
        @Nullable Throwable next = thrown;
        for (int depth = 0; next != null && depth <= DEEPEST; depth++) {
            if (tells(String.valueOf(next.getMessage()))) {
                return true;
            }
            next = next.getCause();
        }
        return false;
    }

    /** An exception as it is logged: its class and its message without tokens, its place. */
    private static final class Redacted extends Exception {

        private static final long serialVersionUID = 1;

        private Redacted(String text, @Nullable Throwable cause, StackTraceElement[] place) {
            super(text, cause);
            setStackTrace(place);
        }

        static Redacted of(Throwable thrown, int depth) {
            Throwable cause = thrown.getCause();
            return new Redacted(
                    redacted(thrown.toString()),
                    cause == null || depth == 0 ? null : of(cause, depth - 1),
                    thrown.getStackTrace());
        }
    }
}
