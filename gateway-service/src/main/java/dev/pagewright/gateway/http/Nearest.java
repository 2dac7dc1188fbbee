package dev.pagewright.gateway.http;

import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;

/** The known name that an unknown one most resembles: few edits between them, a long beginning in common. */
public final class Nearest {

    private static final int LONGEST = 64;

    private Nearest() {}

    /** @param known at least one name */
    public static String of(String name, Collection<String> known) {
        String lower = name.substring(0, Math.min(name.length(), LONGEST)).toLowerCase(Locale.ROOT);
        String nearest = "";
        int least = Integer.MAX_VALUE;
        for (String candidate : new TreeSet<>(known)) {
            int distance = edits(lower, candidate) - 2 * inCommon(lower, candidate);
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    private static int inCommon(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    /** Levenshtein's distance. */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column - 1], row[column]));
            }
        }
        return row[row.length - 1];
    }
}
