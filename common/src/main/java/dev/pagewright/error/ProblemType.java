package dev.pagewright.error;

/**
 * The {@code type} of a problem (RFC 9457): the address of a page on the gateway that says what the code means and what
 * to do. Relative to the host, so that it is right whatever the service is called from outside.
 */
public final class ProblemType {

    /** The path below which every code has its page; the path alone lists them. */
    public static final String PATH = "/problems/";

    private ProblemType() {}

    public static String of(ErrorCode code) {
        return PATH + code.wireName();
    }
}
