package dev.pagewright.worker.source.pdf;

import dev.pagewright.worker.page.Scripts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Turns words as they are seen from left to right into the order in which they are read: the way back from rule L2 of
 * the Unicode bidirectional algorithm (UAX 9), as far as a line that was laid out can be told.
 */
final class LogicalOrder {

    private enum Direction {
        LEFT,
        RIGHT,
        NONE
    }

    private LogicalOrder() {}

    static List<List<Spot>> of(List<List<Spot>> words) {
        int balance = 0;
        boolean any = false;
        for (List<Spot> word : words) {
            Direction direction = direction(word);
            any |= direction == Direction.RIGHT;
            balance += direction == Direction.RIGHT ? word.size() : direction == Direction.LEFT ? -word.size() : 0;
        }
        if (!any) {
            return words;
        }
        List<List<Spot>> ordered = new ArrayList<>(words.size());
        for (List<Spot> word : words) {
            Direction direction = direction(word);
            boolean turned = direction == Direction.RIGHT || (direction == Direction.NONE && balance > 0);
            ordered.add(turned ? backwards(word) : word);
        }
        if (balance > 0) {
            Collections.reverse(ordered);
            reverseRuns(ordered, Direction.LEFT);
        } else {
            reverseRuns(ordered, Direction.RIGHT);
        }
        return ordered;
    }

    private static Direction direction(List<Spot> word) {
        int balance = 0;
        for (Spot spot : word) {
            for (int i = 0; i < spot.text().length(); ) {
                int point = spot.text().codePointAt(i);
                balance += Character.isLetter(point) ? (Scripts.rightToLeft(point) ? 1 : -1) : 0;
                i += Character.charCount(point);
            }
        }
        return balance > 0 ? Direction.RIGHT : balance < 0 ? Direction.LEFT : Direction.NONE;
    }

    /** Reverses stretches of words of one direction, with what has none between two of them. */
    private static void reverseRuns(List<List<Spot>> words, Direction direction) {
        for (int i = 0; i < words.size(); i++) {
            if (direction(words.get(i)) != direction) {
                continue;
            }
            int end = i;
            for (int j = i + 1; j < words.size() && direction(words.get(j)) != opposite(direction); j++) {
                end = direction(words.get(j)) == direction ? j : end;
            }
            Collections.reverse(words.subList(i, end + 1));
            i = end;
        }
    }

    private static Direction opposite(Direction direction) {
        return direction == Direction.LEFT ? Direction.RIGHT : Direction.LEFT;
    }

    /** A word that reads from right to left; numbers and Latin letters in it keep their order. */
    private static List<Spot> backwards(List<Spot> word) {
        List<Spot> reversed = new ArrayList<>(word.size());
        for (int i = word.size() - 1; i >= 0; i--) {
            int from = i;
            while (from > 0 && keeps(word, from) && keeps(word, from - 1)) {
                from--;
            }
            if (from == i && !keeps(word, i)) {
                reversed.add(mirrored(word.get(i)));
            } else {
                reversed.addAll(word.subList(from, i + 1));
            }
            i = from;
        }
        return reversed;
    }

    /** Whether the character belongs to a stretch that reads from left to right: digits, Latin, marks between digits. */
    private static boolean keeps(List<Spot> word, int at) {
        return leftToRight(word.get(at))
                || (at > 0
                        && at < word.size() - 1
                        && ".,:/-".contains(word.get(at).text())
                        && leftToRight(word.get(at - 1))
                        && leftToRight(word.get(at + 1)));
    }

    private static boolean leftToRight(Spot spot) {
        if (spot.text().isEmpty()) {
            return false;
        }
        int point = spot.text().codePointAt(0);
        return Character.isDigit(point) || (Character.isLetter(point) && !Scripts.rightToLeft(point));
    }

    private static Spot mirrored(Spot spot) {
        return switch (spot.text()) {
            case "(" -> spot.with(")");
            case ")" -> spot.with("(");
            case "[" -> spot.with("]");
            case "]" -> spot.with("[");
            case "{" -> spot.with("}");
            case "}" -> spot.with("{");
            case "<" -> spot.with(">");
            case ">" -> spot.with("<");
            case "\u00AB" -> spot.with("\u00BB");
            case "\u00BB" -> spot.with("\u00AB");
            default -> spot;
        };
    }
}
