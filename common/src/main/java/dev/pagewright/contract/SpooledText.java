package dev.pagewright.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pagewright.document.text.WellFormed;
import dev.pagewright.spool.Spool;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** A text of any length that becomes one member of an object, without ever being in memory as a whole. */
final class SpooledText implements Closeable {

    private final Spool spool = new Spool();

    void append(String piece) throws IOException {
        spool.write(WellFormed.of(piece).getBytes(StandardCharsets.UTF_8));
    }

    boolean isEmpty() {
        return spool.size() == 0;
    }

    void write(JsonGenerator json, String name) throws IOException {
        json.writeFieldName(name);
        try (Reader reader = new InputStreamReader(spool.stream(), StandardCharsets.UTF_8)) {
            json.writeString(reader, -1);
        }
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
