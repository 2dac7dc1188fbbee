package dev.pagewright.system.hostile;

import dev.pagewright.system.document.SampleDocuments;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures that are sound and hard to hold: very many pixels, one row of them, or damage in their midst. */
final class OddPictures {

    private static final int MEBIBYTE = 1 << 20;

    private OddPictures() {}

    static List<Attack> all() {
        return List.of(
                new UploadAttack("a PNG of many pixels in few bytes", OddPictures::pngBomb),
                new UploadAttack("a picture of one row or one column", OddPictures::thin),
                new UploadAttack("a good picture with bytes changed or cut off", OddPictures::scratched));
    }

    static UploadedFile pngBomb(Random random) {
        int side = 9_000 + random.nextInt(9_000);
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        ByteBuffer head = ByteBuffer.allocate(13).putInt(side).putInt(side);
        head.put(new byte[] {(byte) (random.nextBoolean() ? 8 : 1), 0, 0, 0, 0});
        chunk(out, "IHDR", head.array());
        chunk(out, "IDAT", PdfBytes.deflate(new byte[(int) Math.min((long) side * (side + 1), 300L * MEBIBYTE)]));
        chunk(out, "IEND", new byte[0]);
        return picture("bomb.png", out.toByteArray());
    }

    static UploadedFile thin(Random random) {
        int length = 1 + random.nextInt(40_000);
        boolean lying = random.nextBoolean();
        var image = new BufferedImage(lying ? length : 1, lying ? 1 : length, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < length; i++) {
            image.getRaster().setSample(lying ? i : 0, lying ? 0 : i, 0, random.nextInt(256));
        }
        return picture("thin.png", png(image));
    }

    static UploadedFile scratched(Random random) {
        String format = List.of("png", "jpg", "gif", "bmp").get(random.nextInt(4));
        byte[] bytes = SampleDocuments.image(SampleDocuments.lines(1), format);
        if (random.nextBoolean()) {
            bytes = java.util.Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
        }
        for (int i = 0; i < random.nextInt(40); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return picture("scratched." + format, bytes);
    }

    private static UploadedFile picture(String name, byte[] bytes) {
        return new UploadedFile(name, bytes, Map.of());
    }

    private static byte[] png(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = PdfBytes.latin(type);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }
}
