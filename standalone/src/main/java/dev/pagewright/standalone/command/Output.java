package dev.pagewright.standalone.command;

import dev.pagewright.standalone.client.Job;
import dev.pagewright.standalone.client.PagewrightClient;
import dev.pagewright.standalone.system.CannotStartException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where results go: standard output, one file, or a folder with a file each.
 *
 * @param format as the download takes it
 * @param target null for standard output
 */
record Output(String format, @Nullable Path target, boolean folder, Set<Path> taken) {

    static final List<String> FORMATS =
            List.of("md", "txt", "json", "html", "csv", "docx", "xlsx", "pdf", "hocr", "alto", "zip");
    private static final Set<String> BINARY = Set.of("docx", "xlsx", "pdf", "zip");

    /** @param format null: the target's ending tells, else Markdown */
    static Output of(@Nullable String format, @Nullable Path target, int files) throws IOException {
        boolean folder = target != null
                && (Files.isDirectory(target) || files > 1 || target.toString().endsWith("/"));
        String ending = target == null || folder ? "" : ending(target);
        String chosen = format != null ? format.toLowerCase(Locale.ROOT) : FORMATS.contains(ending) ? ending : "md";
        if (!FORMATS.contains(chosen)) {
            throw new CannotStartException(
                    "There is no format \"%s\"; there are %s.".formatted(chosen, String.join(", ", FORMATS)));
        }
        if (target == null && BINARY.contains(chosen) && Terminal.output()) {
            throw new CannotStartException("%s is not text: say where it goes with -o.".formatted(chosen));
        }
        if (folder) {
            Files.createDirectories(target);
        }
        return new Output(chosen, target, folder, new HashSet<>());
    }

    /** Writes a finished job; a file is there whole or not at all. */
    void write(PagewrightClient client, Job job, Path source) throws IOException, InterruptedException {
        if (target == null) {
            client.download(job, format, System.out);
            System.out.flush();
            return;
        }
        Path file = (folder ? inFolder(target, source) : target).toAbsolutePath();
        if (Files.exists(file) && Files.isSameFile(file, source)) {
            throw new CannotStartException("The result would overwrite its own source: choose another -o.");
        }
        Path fresh = Files.createTempFile(file.getParent(), ".pagewright-", ".part");
        try {
            try (OutputStream out = Files.newOutputStream(fresh)) {
                client.download(job, format, out);
            }
            Files.setPosixFilePermissions(fresh, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Path inFolder(Path folder, Path source) {
        String name = String.valueOf(source.getFileName());
        int dot = name.lastIndexOf('.');
        String base = dot > 0 ? name.substring(0, dot) : name;
        Path file = folder.resolve(base + suffix());
        for (int copy = 2; !taken.add(file); copy++) {
            file = folder.resolve(base + "-" + copy + suffix());
        }
        return file;
    }

    private String suffix() {
        return switch (format) {
            case "alto" -> ".alto.xml";
            case "hocr" -> ".hocr.html";
            default -> "." + format;
        };
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
