package dev.pagewright.gateway.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The ways in which a resolver, a browser or a client somewhere has taken a text for an IPv4 address. */
public final class Spellings {

    private static final List<String> PRIVATE = List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "255.255.255.255/32",
            "127.0.0.1/32",
            "169.254.169.254/32",
            "0.0.0.0/32");

    private Spellings() {}

    /** Some address of each range that is not public, as four bytes. */
    public static List<int[]> privateAddresses(Random random) {
        List<int[]> addresses = new ArrayList<>();
        for (String range : PRIVATE) {
            String[] parts = range.split("/", 2);
            long address = 0;
            for (String part : parts[0].split("\\.", -1)) {
                address = (address << 8) | Integer.parseInt(part);
            }
            int free = 32 - Integer.parseInt(parts[1]);
            address |= free == 0 ? 0 : random.nextLong(1L << free);
            addresses.add(new int[] {
                (int) ((address >> 24) & 255),
                (int) ((address >> 16) & 255),
                (int) ((address >> 8) & 255),
                (int) (address & 255)
            });
        }
        return addresses;
    }

    public static String canonical(int[] a) {
        return "%d.%d.%d.%d".formatted(a[0], a[1], a[2], a[3]);
    }

    /** Every spelling of it but the canonical one. */
    public static List<String> others(int[] a) {
        long all = ((long) a[0] << 24) | ((long) a[1] << 16) | ((long) a[2] << 8) | a[3];
        int low = (a[2] << 8) | a[3];
        int lower = (a[1] << 16) | low;
        String canonical = canonical(a);
        String pairs = "%02x%02x:%02x%02x".formatted(a[0], a[1], a[2], a[3]);
        return List.of(
                Long.toString(all),
                "0x" + Long.toHexString(all),
                "0X" + Long.toHexString(all).toUpperCase(Locale.ROOT),
                "0" + Long.toOctalString(all),
                "0x0000000000" + Long.toHexString(all),
                "%d.%d".formatted(a[0], lower),
                "%d.%d.%d".formatted(a[0], a[1], low),
                "0x%x.%d".formatted(a[0], lower),
                "0%o.0%o.0%o.0%o".formatted(a[0], a[1], a[2], a[3]),
                "0x%x.0x%x.0x%x.0x%x".formatted(a[0], a[1], a[2], a[3]),
                "%d.0x%x.0%o.%d".formatted(a[0], a[1], a[2], a[3]),
                "%03d.%03d.%03d.%03d".formatted(a[0], a[1], a[2], a[3]) + ".",
                "00%d.%d.%d.%d".formatted(a[0], a[1], a[2], a[3]),
                canonical + ".",
                canonical + "..",
                "." + canonical,
                canonical.replace(".", ".."),
                canonical.replace('.', '\u3002'),
                canonical.replace('.', '\uff0e'),
                canonical.replace('.', '\uff61'),
                shifted(canonical, '\uff10'),
                shifted(canonical, '\u0660'),
                percent(canonical),
                canonical.replace(".", "%2e"),
                canonical + "%00",
                canonical + "%20",
                canonical + "\u0000.example.org",
                "[" + canonical + "]",
                "[::ffff:" + canonical + "]",
                "[::FFFF:" + pairs + "]",
                "[0:0:0:0:0:ffff:" + pairs + "]",
                "[::ffff:0:" + pairs + "]",
                "[::" + canonical + "]",
                "[64:ff9b::" + pairs + "]",
                "[64:ff9b::" + canonical + "]",
                "[64:ff9b:1::" + pairs + "]",
                "[2002:" + pairs + "::1]",
                "[2001:0:" + pairs + ":0:0:0:1]",
                "[fe80::5efe:" + pairs + "]",
                "[fe80::1%25eth0]",
                "user@" + canonical,
                "user:secret@" + canonical,
                "example.org@" + canonical,
                "example.org:80@" + canonical,
                "example.org\\@" + canonical,
                "example.org#@" + canonical + "\\",
                "@" + canonical);
    }

    private static String shifted(String text, char zero) {
        StringBuilder shifted = new StringBuilder();
        text.chars().forEach(c -> shifted.append(c >= '0' && c <= '9' ? (char) (zero + c - '0') : (char) c));
        return shifted.toString();
    }

    private static String percent(String text) {
        StringBuilder encoded = new StringBuilder();
        text.chars().forEach(c -> encoded.append("%%%02X".formatted(c)));
        return encoded.toString();
    }
}
