package dev.pagewright.worker.recognition;

import dev.pagewright.document.BoundingBox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Boxes that are asked for points, sorted into strips of the page so that few are looked at. */
final class PlacedBoxes {

    private static final int STRIP = 32;

    private final Map<Integer, List<BoundingBox>> strips = new HashMap<>();

    PlacedBoxes(List<BoundingBox> boxes) {
        for (BoundingBox box : boxes) {
            for (int strip = (int) box.top() / STRIP; strip <= (int) box.bottom() / STRIP; strip++) {
                strips.computeIfAbsent(strip, key -> new ArrayList<>()).add(box);
            }
        }
    }

    boolean hold(double x, double y) {
        for (BoundingBox box : strips.getOrDefault((int) y / STRIP, List.of())) {
            if (x >= box.left() && x <= box.right() && y >= box.top() && y <= box.bottom()) {
                return true;
            }
        }
        return false;
    }
}
