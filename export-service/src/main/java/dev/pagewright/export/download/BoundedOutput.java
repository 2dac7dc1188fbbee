package dev.pagewright.export.download;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.export.build.Stop;
import dev.pagewright.export.format.ExportRefusedException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Refuses to write more than a bound, or for a build that was stopped. */
final class BoundedOutput extends FilterOutputStream {

    private final Stop stop;
    private long left;

    BoundedOutput(OutputStream out, long maximum, Stop stop) {
        super(out);
        this.left = maximum;
        this.stop = stop;
    }

    @Override
    public void write(int b) throws IOException {
        take(1);
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        take(length);
        out.write(bytes, offset, length);
    }

    private void take(int bytes) throws IOException {
        stop.check();
        left -= bytes;
        if (left < 0) {
            throw new ExportRefusedException(
                    ErrorCode.OVERLOADED, "The download would be larger than this server builds; ask for fewer pages.");
        }
    }
}
