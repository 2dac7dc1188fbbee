package dev.pagewright.benchmarks.reading;

import dev.pagewright.language.Languages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The {@code tesseract} program as it is installed, a process of one thread for each page. */
final class TesseractProgram implements Transcriber {

    private static final Set<String> PICTURES = Set.of(
            "image/png", "image/jpeg", "image/tiff", "image/webp", "image/bmp", "image/gif", "image/x-portable-bitmap");

    /** Of a second, the unit of {@code /proc/PID/stat} on every Linux. */
    private static final int TICKS = 100;

    /** Fields after the name's closing bracket: of children that have ended and were waited for. */
    private static final int CHILDREN_USER = 13;

    private static final int CHILDREN_SYSTEM = 14;

    private final String program;
    private final List<Path> tessdata;

    /** @param tessdata the first that holds a page's data is named to the program; none: its own */
    TesseractProgram(String program, List<Path> tessdata) {
        this.program = program;
        this.tessdata = tessdata;
    }

    /** Whether the item is one picture that the program can read. */
    static boolean takes(Item item) {
        return item.pages() == 1
                && PICTURES.contains(item.mediaType())
                && codes(item).allMatch(code -> Languages.find(code).isPresent());
    }

    private static Stream<String> codes(Item item) {
        return Arrays.stream(item.language().split("\\+", -1));
    }

    @Override
    public Transcript read(Item item) throws IOException, InterruptedException {
        String data = codes(item)
                .map(code -> Languages.find(code).orElseThrow().data())
                .collect(Collectors.joining("+"));
        List<String> command = new ArrayList<>(List.of(program, item.file().toString(), "-", "-l", data));
        tessdata.stream()
                .filter(folder -> Arrays.stream(data.split("\\+", -1))
                        .allMatch(name -> Files.isReadable(folder.resolve(name + ".traineddata"))))
                .findFirst()
                .ifPresent(folder -> command.addAll(List.of("--tessdata-dir", folder.toString())));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return new Transcript(text, Map.of());
    }

    /** @return zero where the system does not tell */
    @Override
    public Duration processorTime() {
        Path stat = Path.of("/proc/self/stat");
        if (!Files.isReadable(stat)) {
            return Duration.ZERO;
        }
        try {
            String all = Files.readString(stat);
            String[] fields = all.substring(all.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM]);
            return Duration.ofMillis(ticks * 1000 / TICKS);
        } catch (IOException e) {
            return Duration.ZERO;
        }
    }
}
