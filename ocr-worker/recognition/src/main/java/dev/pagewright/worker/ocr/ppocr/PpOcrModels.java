package dev.pagewright.worker.ocr.ppocr;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The three models, as files. PP-OCRv6 small where an operator (or {@code ./pagewright models add}) put it into the
 * models directory; else PP-OCRv4, which comes as a Maven artefact.
 *
 * @param name for {@code capabilities}
 */
public record PpOcrModels(String name, Path detection, Path recognition, Path orientation) {

    private static final String BUNDLED = "models/";

    /** Newest first; names as their makers ship them. */
    private static final List<String[]> KNOWN = List.<String[]>of(
            new String[] {
                "pp-ocrv6-small",
                "PP-OCRv6_det_small.onnx",
                "PP-OCRv6_rec_small.onnx",
                "ch_ppocr_mobile_v2.0_cls_mobile.onnx"
            },
            new String[] {
                "pp-ocrv4-mobile",
                "ch_PP-OCRv4_det_infer.onnx",
                "ch_PP-OCRv4_rec_infer.onnx",
                "ch_ppocr_mobile_v2.0_cls_infer.onnx"
            });

    /**
     * @param directory of models, null for none
     * @param scratch where bundled models are unpacked, once
     * @return empty where neither the directory nor the class path has a whole set
     */
    public static Optional<PpOcrModels> find(@Nullable Path directory, Path scratch) throws IOException {
        if (directory != null) {
            for (String[] names : KNOWN) {
                PpOcrModels models = in(directory, names);
                if (models.complete()) {
                    return Optional.of(models);
                }
            }
        }
        String[] bundled = KNOWN.getLast();
        for (int i = 1; i < bundled.length; i++) {
            if (!unpack(bundled[i], scratch.resolve(bundled[i]))) {
                return Optional.empty();
            }
        }
        return Optional.of(in(scratch, bundled));
    }

    private static PpOcrModels in(Path directory, String[] names) {
        return new PpOcrModels(
                names[0], directory.resolve(names[1]), directory.resolve(names[2]), directory.resolve(names[3]));
    }

    private boolean complete() {
        return Files.isReadable(detection) && Files.isReadable(recognition) && Files.isReadable(orientation);
    }

    private static boolean unpack(String name, Path target) throws IOException {
        if (Files.isReadable(target)) {
            return true;
        }
        try (InputStream stream = PpOcrModels.class.getClassLoader().getResourceAsStream(BUNDLED + name)) {
            if (stream == null) {
                return false;
            }
            Files.createDirectories(target.getParent());
            Path part = Files.createTempFile(target.getParent(), "model", ".part");
            Files.copy(stream, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        }
    }
}
