package dev.pagewright.worker.reading;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Link;
import dev.pagewright.worker.page.Ruling;
import java.util.List;

/** Things on a page that is turned by quarters, clockwise. */
final class Turns {

    private Turns() {}

    static List<Link> links(List<Link> links, double width, double height, int degrees) {
        return links.stream()
                .map(link -> new Link(box(link.box(), width, height, degrees), link.uri()))
                .toList();
    }

    static List<Ruling> rulings(List<Ruling> rulings, double width, double height, int degrees) {
        return rulings.stream()
                .map(ruling -> {
                    BoundingBox box = box(
                            new BoundingBox(ruling.x1(), ruling.y1(), ruling.x2(), ruling.y2()),
                            width,
                            height,
                            degrees);
                    return new Ruling(box.left(), box.top(), box.right(), box.bottom(), ruling.thickness());
                })
                .toList();
    }

    static BoundingBox box(BoundingBox box, double width, double height, int degrees) {
        return switch (degrees) {
            case 0 -> box;
            case 90 -> new BoundingBox(height - box.bottom(), box.left(), height - box.top(), box.right());
            case 180 ->
                new BoundingBox(width - box.right(), height - box.bottom(), width - box.left(), height - box.top());
            case 270 -> new BoundingBox(box.top(), width - box.right(), box.bottom(), width - box.left());
            default -> throw new IllegalArgumentException("not a quarter turn: " + degrees);
        };
    }
}
