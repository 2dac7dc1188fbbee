package dev.pagewright.worker.recognition.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.BoundingBox;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InkFitTest {

    private static final BoundingBox LOOSE = new BoundingBox(10, 10, 90, 50);

    @Test
    void drawsABoxInToItsInk() {
        assertThat(InkFit.of(picture(255, 0), LOOSE)).isEqualTo(new BoundingBox(20, 18, 80, 42));
    }

    @Test
    void takesLightLettersOnDarkPaperForInkToo() {
        assertThat(InkFit.of(picture(20, 240), LOOSE)).isEqualTo(new BoundingBox(20, 18, 80, 42));
    }

    @Test
    void leavesABoxWithoutInkAsItIs() {
        assertThat(InkFit.of(picture(255, 240), LOOSE)).isEqualTo(LOOSE);
    }

    @Test
    void staysWithinThePicture() {
        BoundingBox outside = new BoundingBox(-5, -5, 130, 70);

        assertThat(InkFit.of(picture(255, 0), outside).clip(100, 60)).isNotNull();
    }

    /** Two bars of ink at the edges of 20..80, 18..42. */
    private static GreyPicture picture(int paper, int ink) {
        byte[] pixels = new byte[100 * 60];
        Arrays.fill(pixels, (byte) paper);
        for (int y = 18; y < 42; y++) {
            Arrays.fill(pixels, y * 100 + 20, y * 100 + 30, (byte) ink);
            Arrays.fill(pixels, y * 100 + 70, y * 100 + 80, (byte) ink);
        }
        return new GreyPicture(pixels, 100, 60);
    }
}
