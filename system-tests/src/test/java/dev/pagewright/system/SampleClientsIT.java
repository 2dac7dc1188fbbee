package dev.pagewright.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.system.document.SampleDocuments;
import dev.pagewright.system.launch.LaunchedSystem;
import dev.pagewright.system.launch.SystemExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API document's own clients run unchanged. They need Python with requests, Node and curl. */
@Tag("clients")
@ExtendWith(SystemExtension.class)
class SampleClientsIT {

    private final LaunchedSystem system;

    @TempDir
    private Path folder;

    SampleClientsIT(LaunchedSystem system) {
        this.system = system;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void python(int pages) throws Exception {
        assumeTrue(runs("python3", "-c", "import requests"), "python3 with requests is not installed");

        String markdown = run(pages, "python3", "client.py");

        assertReads(markdown, pages);
        assertThat(Files.readAllBytes(folder.resolve("result"))).startsWith('P', 'K');
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void javaScript(int pages) throws Exception {
        assumeTrue(runs("node", "--version"), "node is not installed");

        assertReads(run(pages, "node", "client.mjs"), pages);
    }

    @Test
    void curl() throws Exception {
        assumeTrue(runs("curl", "--version"), "curl is not installed");

        assertReads(run(6, "bash", "client.sh"), 6);
    }

    private static void assertReads(String markdown, int pages) {
        assertThat(markdown)
                .contains(SampleDocuments.lines(0).getLast())
                .contains(SampleDocuments.lines(pages - 1).getLast());
    }

    private String run(int pages, String program, String script) throws IOException, InterruptedException {
        Path document = Files.write(folder.resolve("invoice.pdf"), SampleDocuments.textPdf(pages));
        JsonNode status = system.status();
        Path client = LaunchedSystem.root()
                .resolve("system-tests/src/test/resources/clients")
                .resolve(script);
        return output(List.of(
                program,
                client.toString(),
                status.path("url").asText(),
                status.path("token").asText(),
                document.toString(),
                folder.resolve("result").toString()));
    }

    private String output(List<String> command) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String printed = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    private boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("probe").toFile())
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
