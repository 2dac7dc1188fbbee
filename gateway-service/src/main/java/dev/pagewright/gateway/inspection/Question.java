package dev.pagewright.gateway.inspection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a process is asked about a file.
 *
 * @param type what the first bytes say
 * @param password null or empty where the client sent none
 */
record Question(Path file, MediaType type, @Nullable String password) {

    /** The same about a file in another place. */
    Question about(Path place) {
        return new Question(place, type, password);
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(file.toAbsolutePath().toString());
        out.writeUTF(type.name());
        out.writeUTF(password == null ? "" : password);
    }

    static Question read(DataInput in) throws IOException {
        return new Question(Path.of(in.readUTF()), MediaType.valueOf(in.readUTF()), in.readUTF());
    }
}
