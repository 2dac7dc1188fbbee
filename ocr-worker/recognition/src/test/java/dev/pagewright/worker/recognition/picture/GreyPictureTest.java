package dev.pagewright.worker.recognition.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GreyPictureTest {

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_BGR, BufferedImage.TYPE_INT_RGB})
    void isTheSameHoweverTheColoursAreStored(int type) {
        var random = new Random(type);
        var image = new BufferedImage(1 + random.nextInt(40), 1 + random.nextInt(40), type);
        var same = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int colour = 0xff000000 | random.nextInt(1 << 24);
                image.setRGB(x, y, colour);
                same.setRGB(x, y, colour);
            }
        }

        assertThat(GreyPicture.of(image).pixels())
                .isEqualTo(GreyPicture.of(same).pixels());
    }
}
