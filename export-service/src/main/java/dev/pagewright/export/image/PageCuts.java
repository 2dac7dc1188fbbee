package dev.pagewright.export.image;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Page;
import dev.pagewright.export.format.ExportSource;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Cuts figures out of a document's pages, and keeps them in a file until they are wanted. There is an end to what one
 * document may ask: after {@value #MOST} cuts, or half a minute of drawing, there are no more. Not thread-safe.
 */
public final class PageCuts implements Closeable {

    private static final int MOST = 300;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final double PIXELS_PER_POINT = 150 / 72.0;
    private static final int MAX_WIDTH = 2000;

    /** In pixels of the cut: what is less is a speck or a line. */
    private static final int LEAST = 8;

    private static final Logger LOG = Logger.getLogger(PageCuts.class);

    private final ExportSource source;
    private @Nullable RandomAccessFile file;
    private @Nullable Page drawn;
    private @Nullable BufferedImage picture;
    private int count;
    private long spent;

    public PageCuts(ExportSource source) {
        this.source = source;
    }

    /** A picture as JPEG. */
    public final class Cut {

        private final long from;
        private final int length;

        private Cut(long from, int length) {
            this.from = from;
            this.length = length;
        }

        public byte[] bytes() {
            var bytes = new byte[length];
            try {
                RandomAccessFile kept = kept();
                kept.seek(from);
                kept.readFully(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes;
        }
    }

    /** What a page shows within a box; empty where it cannot be drawn, or where there were enough. */
    public Optional<Cut> cut(Page page, BoundingBox box) throws IOException {
        if (count >= MOST || spent >= LONGEST.toNanos() || !(page.width() > 0) || !(page.height() > 0)) {
            return Optional.empty();
        }
        Path original = source.original();
        long begun = System.nanoTime();
        try {
            BufferedImage whole = drawn(page, original);
            double scale = whole.getWidth() / page.width();
            int left = (int) Math.max(0, Math.floor(box.left() * scale));
            int top = (int) Math.max(0, Math.floor(box.top() * scale));
            int width = (int) Math.min(whole.getWidth(), Math.ceil(box.right() * scale)) - left;
            int height = (int) Math.min(whole.getHeight(), Math.ceil(box.bottom() * scale)) - top;
            if (width < LEAST || height < LEAST) {
                return Optional.empty();
            }
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(whole.getSubimage(left, top, width, height), "jpeg", bytes);
            count++;
            return Optional.of(keep(bytes.toByteArray()));
        } catch (IOException e) {
            LOG.debugf(e, "page %d is not drawn", page.number()); // a document without a picture is still one
            return Optional.empty();
        } finally {
            spent += System.nanoTime() - begun;
        }
    }

    private BufferedImage drawn(Page page, Path original) throws IOException {
        if (picture == null || !page.equals(drawn)) {
            int width = Math.clamp(Math.round(page.width() * PIXELS_PER_POINT), 16, MAX_WIDTH);
            picture = source.job().mediaType().equals("application/pdf")
                    ? PagePictures.ofPdf(original, source.password(), page.number(), page, width)
                    : PagePictures.ofImage(original, page.number(), page, Math.min(width, (int) page.width()));
            drawn = page;
        }
        return picture;
    }

    private Cut keep(byte[] bytes) throws IOException {
        RandomAccessFile kept = kept();
        long from = kept.length();
        kept.seek(from);
        kept.write(bytes);
        return new Cut(from, bytes.length);
    }

    private RandomAccessFile kept() throws IOException {
        if (file == null) {
            file = new RandomAccessFile(source.temporary().toFile(), "rw");
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
