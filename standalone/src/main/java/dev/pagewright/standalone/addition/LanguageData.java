package dev.pagewright.standalone.addition;

import dev.pagewright.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Tesseract's language data: what is there, and how more of it comes. */
public final class LanguageData {

    private static final String BUNDLED = "eng";
    private static final String SUFFIX = ".traineddata";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Path own;
    private final List<Path> directories;

    /** @param own directory of the data folder */
    public LanguageData(Path own) {
        this.own = own;
        this.directories = Stream.concat(Stream.of(own), systemDirectories()).toList();
    }

    /** Where the language's data are; empty where they are missing. */
    public Optional<String> place(Language language) {
        Optional<String> found = directories.stream()
                .filter(directory -> Files.isRegularFile(directory.resolve(language.data() + SUFFIX)))
                .map(Path::toString)
                .findFirst();
        return found.isEmpty() && language.data().equals(BUNDLED) ? Optional.of("bundled") : found;
    }

    /** Copies the language's data from a directory that has them. */
    public void addFrom(Path directory, Language language) throws IOException, AdditionException {
        Path data = directory.resolve(language.data() + SUFFIX);
        if (!Files.isRegularFile(data)) {
            throw new AdditionException("There is no %s in %s.".formatted(data.getFileName(), directory));
        }
        try (InputStream stream = Files.newInputStream(data)) {
            keep(stream, language);
        }
    }

    /** Fetches the language's data by Debian's packages where this may install one, else by npm. */
    public void fetch(Language language) throws IOException, InterruptedException, AdditionException {
        if (!fetchByDebian(language) && !fetchByNpm(language)) {
            throw new AdditionException(
                    "%s cannot be fetched here: run \"apt install %s\", install npm, or give a directory with --from."
                            .formatted(language.name(), debianPackage(language)));
        }
    }

    private boolean fetchByDebian(Language language) throws IOException, InterruptedException {
        Optional<Tool> apt = Tool.find("apt-get");
        boolean root = "root".equals(System.getProperty("user.name"));
        if (apt.isEmpty() || !root || !Files.exists(Path.of("/etc/debian_version"))) {
            return false;
        }
        try (WorkDirectory work = WorkDirectory.in(own)) {
            return apt.get()
                    .run(work.path(), LIMIT, "install", "-y", "-q", "--no-install-recommends", debianPackage(language));
        }
    }

    private boolean fetchByNpm(Language language) throws IOException, InterruptedException {
        Optional<Tool> npm = Tool.find("npm");
        Optional<Tool> tar = Tool.find("tar");
        if (npm.isEmpty() || tar.isEmpty() || language.data().contains("/")) {
            return false;
        }
        try (WorkDirectory work = WorkDirectory.in(own)) {
            String data = language.data();
            if (!npm.get().run(work.path(), LIMIT, "pack", "@tesseract.js-data/" + data + "@1.0.0")) {
                return false;
            }
            String member = "package/4.0.0_best_int/" + data + SUFFIX + ".gz";
            if (!tar.get().run(work.path(), LIMIT, "-xzf", "tesseract.js-data-" + data + "-1.0.0.tgz", member)) {
                return false;
            }
            try (InputStream stream =
                    new GZIPInputStream(Files.newInputStream(work.path().resolve(member)))) {
                keep(stream, language);
            }
            return true;
        }
    }

    private void keep(InputStream data, Language language) throws IOException {
        Path file = own.resolve(language.data() + SUFFIX);
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), ".fetching-", ".part");
        Files.copy(data, fresh, StandardCopyOption.REPLACE_EXISTING);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    static String debianPackage(Language language) {
        String data = language.data();
        return data.startsWith("script/")
                ? "tesseract-ocr-script-" + language.script().toLowerCase(Locale.ROOT)
                : "tesseract-ocr-" + data.replace('_', '-').toLowerCase(Locale.ROOT);
    }

    /** The worker looks there too. */
    private static Stream<Path> systemDirectories() {
        List<Path> found = new ArrayList<>();
        Path debian = Path.of("/usr/share/tesseract-ocr");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.map(version -> version.resolve("tessdata")).forEach(found::add);
            } catch (IOException e) {
                return Stream.empty();
            }
        }
        Stream.of("/usr/share/tessdata", "/opt/homebrew/share/tessdata", "/usr/local/share/tessdata")
                .map(Path::of)
                .forEach(found::add);
        return found.stream().filter(Files::isDirectory);
    }
}
