package dev.pagewright.system.hostile;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pagewright.system.launch.LaunchedSystem;
import dev.pagewright.system.launch.SystemExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every attack, one at a time and eight at once: no process ends or grows without bound, and nobody else is harmed. */
@Tag("hostile")
@ExtendWith(SystemExtension.class)
class HostileIT {

    private static final int SEEDS = 3;

    private final Siege siege;

    HostileIT(LaunchedSystem system) throws Exception {
        siege = new Siege(Target.of(system));
    }

    @TestFactory
    Stream<DynamicTest> oneAtATime() {
        return Attacks.all().stream().flatMap(attack -> IntStream.range(0, SEEDS)
                .mapToObj(seed -> dynamicTest(attack.name() + ", seed " + seed, () -> siege.lay(attack, 1, seed))));
    }

    @TestFactory
    Stream<DynamicTest> everyFileOfInspection() {
        return Attacks.files(Integer.MAX_VALUE).stream()
                .map(attack -> dynamicTest(attack.name(), () -> siege.lay(attack, 1, 0)));
    }

    @TestFactory
    Stream<DynamicTest> eightAtOnce() {
        return Attacks.all().stream().map(attack -> dynamicTest(attack.name(), () -> siege.lay(attack, 8, 1000)));
    }

    /** The files of the directory that the command was given, if any. */
    @TestFactory
    Stream<DynamicTest> filesOfADirectory() throws IOException {
        String directory = System.getenv("PAGEWRIGHT_HOSTILE");
        if (directory == null) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(Path.of(directory))) {
            List<Path> found = files.filter(Files::isRegularFile).sorted().toList();
            return found.stream()
                    .map(file -> dynamicTest(file.getFileName().toString(), () -> siege.lay(upload(file), 1, 0)));
        }
    }

    private static Attack upload(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String name = file.getFileName().toString();
        return new UploadAttack(name, random -> new UploadedFile(name, bytes, Map.of()));
    }
}
