package dev.pagewright.chat.retrieval;

/** How far two spellings are apart: insertions, deletions, changes and swaps of neighbours (optimal string alignment). */
final class Spelling {

    private Spelling() {}

    static boolean within(String one, String other, int edits) {
        if (Math.abs(one.length() - other.length()) > edits) {
            return false;
        }
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        for (int j = 0; j < last.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > edits) {
                return false;
            }
            before = last;
            last = row;
        }
        return last[other.length()] <= edits;
    }
}
