package dev.pagewright.system.hostile;

import dev.pagewright.system.document.SampleDocuments;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures whose heads lie, whose frames never end, or whose text chunks unfold. */
final class HostilePictures {

    private static final int MEBIBYTE = 1 << 20;

    private HostilePictures() {}

    static List<Attack> all() {
        return List.of(
                new UploadAttack("a PNG's head that lies", HostilePictures::pngHead),
                new UploadAttack("a PNG of many pixels in few bytes", HostilePictures::pngBomb),
                new UploadAttack("a PNG's chunk that unfolds", HostilePictures::pngChunk),
                new UploadAttack("a GIF of very many frames", HostilePictures::gifFrames),
                new UploadAttack("a TIFF whose directories turn in a circle", HostilePictures::tiffLoop),
                new UploadAttack("a BMP's, WEBP's or JPEG's head that lies", HostilePictures::otherHead),
                new UploadAttack("a picture of one row or one column", HostilePictures::thin),
                new UploadAttack("a good picture with bytes changed or cut off", HostilePictures::scratched));
    }

    static HostileFile pngHead(Random random) {
        byte[] file = SampleDocuments.png(SampleDocuments.lines(0));
        ByteBuffer.wrap(file)
                .putInt(16, 1 + random.nextInt(Integer.MAX_VALUE - 1))
                .putInt(20, random.nextBoolean() ? 1 + random.nextInt(60_000) : Integer.MAX_VALUE);
        fixHeadChecksum(file);
        return picture("lie.png", file);
    }

    static HostileFile pngBomb(Random random) {
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

    static HostileFile pngChunk(Random random) {
        byte[] good = SampleDocuments.png(SampleDocuments.lines(0));
        byte[] unfolded = PdfBytes.deflate(new byte[(100 + random.nextInt(300)) * MEBIBYTE]);
        var data = new ByteArrayOutputStream();
        String type = random.nextBoolean() ? "zTXt" : "iCCP";
        data.writeBytes(PdfBytes.latin("name\0\0"));
        data.writeBytes(unfolded);
        var out = new ByteArrayOutputStream();
        out.write(good, 0, 33); // signature and head
        chunk(out, type, data.toByteArray());
        out.write(good, 33, good.length - 33);
        return picture("chunk.png", out.toByteArray());
    }

    static HostileFile gifFrames(Random random) {
        int frames = 20_000 + random.nextInt(200_000);
        var out = new ByteArrayOutputStream();
        out.writeBytes(PdfBytes.latin("GIF89a"));
        int side = random.nextBoolean() ? 1 : 60_000; // of the canvas, least byte first
        out.writeBytes(new byte[] {(byte) side, (byte) (side >> 8), (byte) side, (byte) (side >> 8)});
        out.writeBytes(new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, -1, -1, -1});
        byte[] frame = {0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0};
        for (int i = 0; i < frames; i++) {
            out.writeBytes(frame);
        }
        out.write(0x3b);
        return picture("frames.gif", out.toByteArray());
    }

    static HostileFile tiffLoop(Random random) {
        int directories = 1 + random.nextInt(3);
        ByteBuffer file = ByteBuffer.allocate(8 + directories * 200)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(PdfBytes.latin("II"));
        file.putShort((short) 42).putInt(8);
        for (int i = 0; i < directories; i++) {
            file.position(8 + i * 200);
            int[][] tags = {
                {256, 4, random.nextInt(100_000)},
                {257, 4, 1 + random.nextInt(100_000)},
                {258, 3, 8},
                {259, 3, random.nextInt(8)},
                {262, 3, 1},
                {273, 4, 8},
                {278, 4, -1},
                {279, 4, random.nextInt()}
            };
            file.putShort((short) tags.length);
            for (int[] tag : tags) {
                file.putShort((short) tag[0]).putShort((short) tag[1]).putInt(1).putInt(tag[2]);
            }
            file.putInt(8 + (i + 1) % directories * 200);
        }
        return picture("loop.tiff", file.array());
    }

    static HostileFile otherHead(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> {
                ByteBuffer head = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
                head.put(PdfBytes.latin("BM")).putInt(200).putInt(0).putInt(54).putInt(40);
                head.putInt(Integer.MAX_VALUE).putInt(random.nextBoolean() ? Integer.MIN_VALUE : 60_000);
                head.putShort((short) 1).putShort((short) 24).putInt(random.nextInt(4));
                yield picture("lie.bmp", head.array());
            }
            case 1 -> {
                ByteBuffer head = ByteBuffer.allocate(120).order(ByteOrder.LITTLE_ENDIAN);
                head.put(PdfBytes.latin("RIFF"))
                        .putInt(-2)
                        .put(PdfBytes.latin("WEBPVP8X"))
                        .putInt(10);
                head.put(new byte[] {0x2, 0, 0, 0, -1, -1, -1, -1, -1, -1});
                yield picture("lie.webp", head.array());
            }
            default -> {
                byte[] file = SampleDocuments.image(SampleDocuments.lines(0), "jpg");
                for (int i = 0; i + 9 < file.length; i++) {
                    if (file[i] == -1 && file[i + 1] == (byte) 0xc0) { // SOF0: height and width
                        ByteBuffer.wrap(file).putInt(i + 5, -1);
                        break;
                    }
                }
                yield picture("lie.jpg", file);
            }
        };
    }

    static HostileFile thin(Random random) {
        int length = 1 + random.nextInt(40_000);
        boolean lying = random.nextBoolean();
        var image = new BufferedImage(lying ? length : 1, lying ? 1 : length, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < length; i++) {
            image.getRaster().setSample(lying ? i : 0, lying ? 0 : i, 0, random.nextInt(256));
        }
        return picture("thin.png", png(image));
    }

    static HostileFile scratched(Random random) {
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

    private static HostileFile picture(String name, byte[] bytes) {
        return new HostileFile(name, bytes, Map.of());
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

    private static void fixHeadChecksum(byte[] png) {
        var checksum = new CRC32();
        checksum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) checksum.getValue());
    }
}
