package dev.pagewright.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Pictures whose heads lie, whose parts unfold, and whose frames or directories never end. */
public final class HostilePictures {

    private static final int[] PNG = {0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final long GREATEST = 0x7fffffffL;

    private HostilePictures() {}

    public static List<HostileFile> all() {
        List<HostileFile> files = new ArrayList<>();
        png(files);
        jpeg(files);
        gif(files);
        tiff(files);
        bmp(files);
        webp(files);
        return List.copyOf(files);
    }

    private static void png(List<HostileFile> files) {
        files.add(new HostileFile("a head of the greatest size", "png", () -> png(GREATEST, GREATEST)
                .array()));
        files.add(
                new HostileFile("a head without pixels", "png", () -> png(0, 0).array()));
        files.add(new HostileFile("pixels that unfold to a gigabyte", "png", () -> png(32_000, 32_000)
                .chunk("IDAT", Bytes.bomb(1024, 0))
                .chunk("IEND", new byte[0])
                .array()));
        for (String chunk : List.of("zTXt", "iCCP", "iTXt")) {
            String head = chunk.equals("iTXt") ? "a\0\1\0\0\0" : "a\0\0";
            files.add(new HostileFile("text in " + chunk + " that unfolds to a gigabyte", "png", () -> png(9, 9)
                    .chunk(chunk, Bytes.of(head).raw(Bytes.bomb(1024, 'a')).array())
                    .chunk("IDAT", Bytes.deflated(new byte[90]))
                    .chunk("IEND", new byte[0])
                    .array()));
        }
        files.add(new HostileFile(
                "a chunk of the greatest length",
                "png",
                () -> png(9, 9).big(GREATEST, 4).text("tEXt").array()));
        files.add(new HostileFile("half a million chunks", "png", () -> {
            Bytes file = png(9, 9);
            for (int i = 0; i < 500_000; i++) {
                file.chunk("tEXt", new byte[0]);
            }
            return file.array();
        }));
    }

    private static Bytes png(long width, long height) {
        return Bytes.of(PNG)
                .chunk(
                        "IHDR",
                        new Bytes()
                                .big(width, 4)
                                .big(height, 4)
                                .bytes(8, 0, 0, 0, 0)
                                .array());
    }

    private static void jpeg(List<HostileFile> files) {
        files.add(new HostileFile(
                "a frame of the greatest size",
                "jpg",
                () -> jpeg(Bytes.of(0xff, 0xc0)
                        .big(17, 2)
                        .bytes(8)
                        .big(65535, 2)
                        .big(65535, 2)
                        .bytes(3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0))));
        files.add(new HostileFile(
                "a profile in 255 parts of which one is there",
                "jpg",
                () -> jpeg(
                        Bytes.of(0xff, 0xe2).big(20, 2).text("ICC_PROFILE\0").bytes(1, 255, 0xff, 0xff, 0xff, 0xff))));
        files.add(new HostileFile("EXIF whose directories turn in a circle", "jpg", () -> {
            Bytes exif = Bytes.of("Exif\0\0II*\0").little(8, 4).little(0, 2).little(8, 4);
            return jpeg(Bytes.of(0xff, 0xe1).big(exif.length() + 2L, 2).raw(exif.array()));
        }));
        files.add(new HostileFile("a million comments", "jpg", () -> {
            Bytes comments = new Bytes();
            for (int i = 0; i < 1_000_000; i++) {
                comments.bytes(0xff, 0xfe, 0, 2);
            }
            return jpeg(comments);
        }));
        files.add(new HostileFile(
                "segments of no length", "jpg", () -> jpeg(Bytes.of(0xff, 0xe1, 0, 0, 0xff, 0xe1, 0, 1))));
        files.add(new HostileFile("four megabytes of fill bytes", "jpg", () -> {
            byte[] fill = new byte[4 << 20];
            java.util.Arrays.fill(fill, (byte) 0xff);
            return jpeg(new Bytes().raw(fill));
        }));
    }

    private static byte[] jpeg(Bytes segments) {
        return Bytes.of(0xff, 0xd8)
                .raw(segments.array())
                .bytes(0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0xff, 0xd9)
                .array();
    }

    private static void gif(List<HostileFile> files) {
        byte[] frame =
                Bytes.of(0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0).array();
        files.add(new HostileFile("a million frames", "gif", () -> {
            Bytes gif = gif(1);
            for (int i = 0; i < 1_000_000; i++) {
                gif.raw(frame);
            }
            return gif.bytes(0x3b).array();
        }));
        files.add(new HostileFile(
                "a canvas of the greatest size",
                "gif",
                () -> gif(0xffff).raw(frame).bytes(0x3b).array()));
        files.add(new HostileFile("a million extensions", "gif", () -> {
            Bytes gif = gif(1);
            for (int i = 0; i < 1_000_000; i++) {
                gif.bytes(0x21, 0xfe, 1, 'a', 0);
            }
            return gif.raw(frame).bytes(0x3b).array();
        }));
        files.add(new HostileFile("a frame that does not end", "gif", () -> {
            Bytes gif = gif(1).bytes(0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2);
            for (int i = 0; i < 2_000_000; i++) {
                gif.bytes(1, 0x44);
            }
            return gif.array();
        }));
    }

    private static Bytes gif(int side) {
        return Bytes.of("GIF89a").little(side, 2).little(side, 2).bytes(0x80, 0, 0, 0, 0, 0, 255, 255, 255);
    }

    private static void tiff(List<HostileFile> files) {
        files.add(new HostileFile("a directory that follows itself", "tiff", () -> tiff(8).array()));
        files.add(new HostileFile("two directories that follow each other", "tiff", () -> {
            Bytes first = tiff(0);
            int second = first.length();
            return tiff(second).raw(directory(8)).array();
        }));
        files.add(new HostileFile("a hundred thousand directories", "tiff", () -> {
            Bytes tiff = Bytes.of("II*\0").little(8, 4);
            for (int i = 0; i < 100_000; i++) {
                int next = tiff.length() + directory(0).length;
                tiff.raw(directory(i == 99_999 ? 0 : next));
            }
            return tiff.array();
        }));
        files.add(new HostileFile("a field of four thousand million values", "tiff", () -> Bytes.of("II*\0")
                .little(8, 4)
                .little(3, 2)
                .raw(field(256, 4, 1, 9))
                .raw(field(257, 4, 1, 9))
                .raw(field(273, 4, 0xffffffffL, 8))
                .little(0, 4)
                .array()));
        files.add(new HostileFile("a directory of 65,535 fields", "tiff", () -> {
            Bytes tiff = Bytes.of("II*\0").little(8, 4).little(65535, 2);
            for (int i = 0; i < 65535; i++) {
                tiff.raw(field(i, 7, 0x7ffffff0L, 8));
            }
            return tiff.little(8, 4).array();
        }));
        files.add(new HostileFile("a BigTIFF of absurd counts", "tiff", () -> Bytes.of("II+\0")
                .little(8, 2)
                .little(0, 2)
                .little(16, 8)
                .little(GREATEST << 32, 8)
                .little(16, 8)
                .array()));
        files.add(new HostileFile("a picture of the greatest size", "tiff", () -> Bytes.of("II*\0")
                .little(8, 4)
                .little(2, 2)
                .raw(field(256, 4, 1, GREATEST))
                .raw(field(257, 4, 1, GREATEST))
                .little(0, 4)
                .array()));
    }

    private static Bytes tiff(long next) {
        return Bytes.of("II*\0").little(8, 4).raw(directory(next));
    }

    private static byte[] directory(long next) {
        return new Bytes()
                .little(4, 2)
                .raw(field(256, 4, 1, 9))
                .raw(field(257, 4, 1, 9))
                .raw(field(258, 3, 1, 8))
                .raw(field(262, 3, 1, 1))
                .little(next, 4)
                .array();
    }

    private static byte[] field(int tag, int type, long count, long value) {
        return new Bytes()
                .little(tag, 2)
                .little(type, 2)
                .little(count, 4)
                .little(value, 4)
                .array();
    }

    private static void bmp(List<HostileFile> files) {
        for (long[] size : new long[][] {{GREATEST, GREATEST}, {-1, -1}, {0, 0}, {9, 0x80000000L}}) {
            files.add(new HostileFile("a head of " + size[0] + " by " + size[1], "bmp", () -> bmp(40, size, 24, 0)));
        }
        files.add(new HostileFile(
                "a palette of the greatest size", "bmp", () -> bmp(40, new long[] {9, 9}, 8, GREATEST)));
        files.add(new HostileFile("a head as long as can be", "bmp", () -> bmp(GREATEST, new long[] {9, 9}, 8, 0)));
        files.add(new HostileFile("pixels of 65,535 bits", "bmp", () -> bmp(40, new long[] {9, 9}, 65535, 0)));
    }

    private static byte[] bmp(long head, long[] size, int bits, long colours) {
        return Bytes.of("BM")
                .little(54, 4)
                .little(0, 4)
                .little(54, 4)
                .little(head, 4)
                .little(size[0], 4)
                .little(size[1], 4)
                .little(1, 2)
                .little(bits, 2)
                .little(1, 4)
                .little(0, 12)
                .little(colours, 4)
                .little(0, 4)
                .array();
    }

    private static void webp(List<HostileFile> files) {
        files.add(webp("a canvas of the greatest size", () -> Bytes.of("VP8X")
                .little(10, 4)
                .little(0, 4)
                .little(0xffffff, 3)
                .little(0xffffff, 3)));
        files.add(webp("a profile of four thousand million bytes", () -> Bytes.of("VP8X")
                .little(10, 4)
                .little(0x20, 4)
                .little(8, 3)
                .little(8, 3)
                .text("ICCP")
                .little(0xfffffff0L, 4)));
        files.add(webp("chunks of no length", () -> {
            Bytes chunks =
                    Bytes.of("VP8X").little(10, 4).little(0x02, 4).little(8, 3).little(8, 3);
            for (int i = 0; i < 500_000; i++) {
                chunks.text("ANMF").little(0, 4);
            }
            return chunks;
        }));
        files.add(webp(
                "lossless bits that are none",
                () -> Bytes.of("VP8L").little(0x7fffffff, 4).bytes(0x2f, 255, 255, 255, 255)));
        files.add(webp(
                "a lossy head that is none",
                () -> Bytes.of("VP8 ").little(0xfffffffeL, 4).bytes(255, 255, 255)));
        files.add(webp("nothing at all", Bytes::new));
    }

    private static HostileFile webp(String name, Supplier<Bytes> chunks) {
        return new HostileFile(name, "webp", () -> Bytes.of("RIFF")
                .little(0xfffffff0L, 4)
                .text("WEBP")
                .raw(chunks.get().array())
                .array());
    }
}
