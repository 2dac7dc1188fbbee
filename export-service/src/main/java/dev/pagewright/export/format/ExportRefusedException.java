package dev.pagewright.export.format;

import dev.pagewright.error.ErrorCode;
import java.io.IOException;

/** A download that cannot be given; code and sentence are for the user. */
public final class ExportRefusedException extends IOException {

    private static final long serialVersionUID = 1;

    private final ErrorCode code;

    public ExportRefusedException(ErrorCode code, String detail) {
        super(detail);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
