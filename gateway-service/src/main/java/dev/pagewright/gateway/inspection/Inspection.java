package dev.pagewright.gateway.inspection;

import dev.pagewright.error.ErrorCode;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What a file turned out to be. */
public sealed interface Inspection {

    record Accepted(MediaType type, int pages) implements Inspection {}

    /** @param detail a sentence that tells the user what to do */
    record Refused(ErrorCode code, String detail) implements Inspection {}

    static Inspection corrupt() {
        return new Refused(
                ErrorCode.CORRUPT_FILE, "The file is damaged or cut off; open it, save it anew and send that.");
    }

    static Inspection tooSlow() {
        return new Refused(
                ErrorCode.CORRUPT_FILE,
                "The file takes too long to open; save it anew with another program and send that.");
    }

    static Inspection overloaded() {
        return new Refused(ErrorCode.OVERLOADED, "Too many files are being looked at; try again in a moment.");
    }

    /** Writes it as one process tells it another of the same release. */
    default void write(DataOutput out) throws IOException {
        switch (this) {
            case Accepted accepted -> {
                out.writeBoolean(true);
                out.writeUTF(accepted.type().name());
                out.writeInt(accepted.pages());
            }
            case Refused refused -> {
                out.writeBoolean(false);
                out.writeUTF(refused.code().name());
                out.writeUTF(refused.detail());
            }
        }
    }

    static Inspection read(DataInput in) throws IOException {
        return in.readBoolean()
                ? new Accepted(MediaType.valueOf(in.readUTF()), in.readInt())
                : new Refused(ErrorCode.valueOf(in.readUTF()), in.readUTF());
    }
}
