package dev.pagewright.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.system.client.Client;
import dev.pagewright.system.document.SampleDocuments;
import dev.pagewright.system.launch.LaunchedSystem;
import dev.pagewright.system.launch.SystemExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Readers of the public topics, as their documentation has them, against a running system. */
@ExtendWith(SystemExtension.class)
class EventExamplesIT {

    private final LaunchedSystem system;

    @TempDir
    private Path folder;

    EventExamplesIT(LaunchedSystem system) {
        this.system = system;
    }

    @Test
    @Tag("clients")
    void java() throws Exception {
        String job = read(2);
        JsonNode broker = system.status().path("broker");

        String printed = output(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Files.readString(LaunchedSystem.root().resolve("standalone/target/class-path")),
                        example("PrintEvents.java"),
                        broker.path("bootstrap").asText(),
                        broker.path("user").asText(),
                        broker.path("password").asText(),
                        broker.path("group").asText(),
                        job),
                "");

        assertThat(printed.lines().filter(line -> line.startsWith(job)))
                .startsWith(job + " dev.pagewright.job.accepted")
                .endsWith(job + " dev.pagewright.job.done")
                .doesNotHaveDuplicates();
    }

    @Test
    @Tag("clients")
    void python() throws Exception {
        assumeTrue(
                new ProcessBuilder("python3", "-c", "import kafka, zstandard")
                                .start()
                                .waitFor()
                        == 0,
                "python3 with kafka-python and zstandard is not installed");
        String job = read(3);
        Path table = folder.resolve("pages.db");

        output(
                List.of("python3", example("pages_to_sqlite.py"), table.toString(), job),
                system.status().toString());

        assertThat(output(
                        List.of(
                                "python3",
                                "-c",
                                "import sqlite3,sys;print(*sqlite3.connect(sys.argv[1]).execute('select text from page where job=? order by index_',(sys.argv[2],)))",
                                table.toString(),
                                job),
                        ""))
                .contains(SampleDocuments.lines(0).getLast())
                .contains(SampleDocuments.lines(2).getLast());
    }

    @Test
    void aLineOfJsonAnEvent() throws Exception {
        String job = read(2);

        String printed =
                LaunchedSystem.pagewright("events", "--data", system.data().toString(), "--job", job);

        List<String> types = new ArrayList<>();
        for (String line : printed.lines().toList()) {
            types.add(new ObjectMapper().readTree(line).path("ce_type").asText());
        }
        assertThat(types)
                .contains("dev.pagewright.job.accepted", "dev.pagewright.job.done", "dev.pagewright.usage.page")
                .filteredOn("dev.pagewright.page.read"::equals)
                .hasSize(2);
    }

    private String read(int pages) throws Exception {
        Client client = system.client();
        String uuid = client.submit("a.pdf", SampleDocuments.textPdf(pages), Map.of())
                .json()
                .path("uuid")
                .asText();
        client.ended(uuid);
        return uuid;
    }

    private static String example(String name) {
        return LaunchedSystem.root().resolve("examples/events").resolve(name).toString();
    }

    private String output(List<String> command, String input) throws IOException, InterruptedException {
        Path in = Files.writeString(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        String printed = Files.readString(out, StandardCharsets.UTF_8);
        process.destroyForcibly();
        assertThat(ended).as(printed).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }
}
