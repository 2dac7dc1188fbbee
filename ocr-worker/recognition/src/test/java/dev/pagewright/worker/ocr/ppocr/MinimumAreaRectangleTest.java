package dev.pagewright.worker.ocr.ppocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MinimumAreaRectangleTest {

    @Test
    void findsATurnedRectangle() {
        Quad wanted = new Quad(300, 200, 160, 40, Math.toRadians(20));

        Quad found = MinimumAreaRectangle.around(filled(wanted));

        assertThat(found.centerX()).isCloseTo(300, within(1.5));
        assertThat(found.centerY()).isCloseTo(200, within(1.5));
        assertThat(found.width()).isCloseTo(160, within(4.0));
        assertThat(found.height()).isCloseTo(40, within(4.0));
        assertThat(Math.toDegrees(found.angle())).isCloseTo(20, within(2.0));
    }

    @Test
    void acceptsOnePointAndOneRow() {
        assertThat(MinimumAreaRectangle.around(new int[] {5, 7}).width()).isZero();
        assertThat(MinimumAreaRectangle.around(new int[] {5, 7, 6, 7, 9, 7}).width())
                .isEqualTo(4);
    }

    private static int[] filled(Quad quad) {
        return IntStream.range(0, 100 * 100)
                .boxed()
                .flatMapToInt(i -> {
                    double along = i % 100 / 99.0;
                    double across = i / 100 / 99.0;
                    return IntStream.of(
                            (int) Math.round(quad.x(along, across)), (int) Math.round(quad.y(along, across)));
                })
                .toArray();
    }
}
