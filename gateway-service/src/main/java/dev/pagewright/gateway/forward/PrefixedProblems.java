package dev.pagewright.gateway.forward;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pagewright.error.ProblemType;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Server-sent events of another service on their way to a client, line by line; in the data of an {@code error} event,
 * a problem, the address of its type is made the one that the client is to open.
 */
final class PrefixedProblems extends FilterOutputStream {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String EVENT = "event:";
    private static final String DATA = "data:";
    /** A problem is shorter; what is longer passes as it comes. */
    private static final int LONGEST = 64 << 10;

    private final String prefix;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean error;

    /** @param prefix of the service's paths outside, without a slash at its end; may be empty */
    PrefixedProblems(OutputStream client, String prefix) {
        super(client);
        this.prefix = prefix;
    }

    @Override
    public void write(int octet) throws IOException {
        line.write(octet);
        if (octet == '\n' || line.size() >= LONGEST) {
            end();
        }
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(octets[i]);
        }
    }

    /** Passes on what has come: a line that is whole, or what is left at the end of the stream. */
    void end() throws IOException {
        String text = line.toString(StandardCharsets.UTF_8);
        if (text.startsWith(EVENT)) {
            error = text.substring(EVENT.length()).strip().equals("error");
        }
        if (error && text.startsWith(DATA) && text.endsWith("\n")) {
            out.write((DATA + " " + prefixed(text.substring(DATA.length()).strip()) + "\n")
                    .getBytes(StandardCharsets.UTF_8));
        } else {
            line.writeTo(out);
        }
        line.reset();
    }

    private String prefixed(String data) {
        try {
            if (MAPPER.readTree(data) instanceof ObjectNode problem
                    && problem.path("type").asText().startsWith(ProblemType.PATH)) {
                return problem.put("type", prefix + problem.path("type").asText())
                        .toString();
            }
        } catch (JsonProcessingException e) {
            return data; // no problem
        }
        return data;
    }
}
