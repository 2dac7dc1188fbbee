package dev.pagewright.worker.source;

import java.util.List;
import javax.imageio.ImageIO;

/**
 * The decoders that the worker needs. A missing one would not be noticed: PDFBox draws nothing for a picture that it
 * cannot decode.
 */
public final class Plugins {

    private static final List<String> NEEDED =
            List.of("png", "jpeg", "gif", "bmp", "tiff", "webp", "jpeg2000", "jbig2");

    static {
        // plug-ins are found by the context class loader, which on a thread of our own is not the application's
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(Plugins.class.getClassLoader());
        try {
            ImageIO.scanForPlugins();
            ImageIO.setUseCache(false);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        for (String format : NEEDED) {
            if (!ImageIO.getImageReadersByFormatName(format).hasNext()) {
                throw new IllegalStateException("no decoder of " + format + " is on the class path");
            }
        }
    }

    private Plugins() {}

    /** @throws IllegalStateException where one is missing */
    public static void require() {
        // the class has been initialised by now
    }
}
