package dev.pagewright.gateway.webhook;

import io.netty.util.NetUtil;
import java.util.regex.Pattern;

/**
 * Which spellings of a host are taken: a name of ASCII labels, four decimal numbers, or an IPv6 address in brackets. All
 * others that some resolver or client takes for an address ({@code 0x7f.1}, {@code 2130706433}, {@code 0177.0.0.1}) are
 * none: what ends in a number is an address (WHATWG URL, "ends in a number"), and has one spelling here.
 */
final class HostSpelling {

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0[xX][0-9A-Fa-f]*");
    private static final Pattern BYTE = Pattern.compile("25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9]");
    private static final int LONGEST = 253;

    private HostSpelling() {}

    /** @param host as an address has it: an IPv6 one in brackets */
    static boolean taken(String host) {
        if (host.startsWith("[")) {
            return bracketed(host);
        }
        String[] labels = host.split("\\.", -1);
        if (NUMBER.matcher(labels[labels.length - 1]).matches()) {
            return quad(labels);
        }
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return host.length() <= LONGEST;
    }

    /** Whether a host that is {@link #taken} is an address and no name. */
    static boolean literal(String host) {
        return host.startsWith("[") || host.matches("[0-9.]+");
    }

    private static boolean bracketed(String host) {
        String address = host.substring(1, Math.max(1, host.length() - 1));
        return host.endsWith("]")
                && address.indexOf('%') < 0 // a zone is an interface of this machine
                && address.indexOf(':') >= 0
                && NetUtil.isValidIpV6Address(address);
    }

    private static boolean quad(String[] labels) {
        for (String label : labels) {
            if (!BYTE.matcher(label).matches()) {
                return false;
            }
        }
        return labels.length == 4;
    }
}
