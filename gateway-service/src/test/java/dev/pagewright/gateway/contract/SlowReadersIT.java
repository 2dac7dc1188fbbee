package dev.pagewright.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pagewright.blob.BlobKeys;
import dev.pagewright.blob.DirectoryBlobStore;
import dev.pagewright.document.stored.PageCodec;
import dev.pagewright.document.testing.PageBuilder;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.InnerServiceStandIn;
import dev.pagewright.gateway.testing.SilentService;
import dev.pagewright.gateway.testing.SimulatedWorker;
import dev.pagewright.gateway.testing.SlowReader;
import dev.pagewright.testing.Extent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that ask for much and do not read it, on the server as it runs. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@Tag("slow")
class SlowReadersIT {

    private static final String JOBS = "/api/v1/ocr/";
    /** The patience of the tests' settings, and time for a machine that is busy. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(60);

    private static SimulatedWorker worker;

    @BeforeAll
    static void startWorker() throws IOException {
        worker = SimulatedWorker.start();
    }

    @AfterAll
    static void stopWorker() {
        worker.close();
    }

    /** The way to the client is one for all answers: many of one kind, and enough of the others to see theirs pass it. */
    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("/", Extent.of(128, 256)),
                Arguments.of("/?include=words", Extent.of(40, 256)),
                Arguments.of("/download/?format=pdf", Extent.of(40, 256)),
                Arguments.of("/pages/1/image/", Extent.of(40, 256)));
    }

    @ParameterizedTest
    @MethodSource("answers")
    @DisplayName("clients that never read hold up nobody and are disconnected, whatever they asked for")
    void clients_that_never_read(String path, int many) throws Exception {
        Api other = Api.account("internal");
        String small = other.submit(Form.of(Files.pdf(1), "a.pdf")).text("uuid");
        String large = large();
        try (InnerServiceStandIn export = InnerServiceStandIn.export()) {
            export.answer(200, Map.of("Content-Type", "application/pdf"), new byte[4_000_000]);
            List<SlowReader> silent = silent(JOBS + large + path, many);
            try {
                await().atMost(GIVEN_UP).until(() -> silent.stream().allMatch(SlowReadersIT::answered));
                // a stand-in that takes so many connections too slowly is "away" for some
                List<SlowReader> reading =
                        silent.stream().filter(client -> client.status() == 200).toList();
                assertThat(reading).hasSizeGreaterThan(many / 2);

                for (int i = 0; i < 20; i++) {
                    long start = System.nanoTime();
                    assertThat(other.get(JOBS + small + "/").status()).isEqualTo(200);
                    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
                }
                await().atMost(GIVEN_UP).until(() -> reading.stream().allMatch(SlowReader::disconnected));
            } finally {
                for (SlowReader client : silent) {
                    client.close();
                }
            }
        }
    }

    @Test
    @DisplayName("a client that leaves before its download has come stops the work at it")
    void a_client_that_leaves() throws Exception {
        String uuid = Api.demo().submit(Form.of(Files.pdf(1), "a.pdf")).text("uuid");
        try (SilentService export = SilentService.export()) {
            SlowReader client = SlowReader.get(JOBS + uuid + "/download/?format=docx", Backends.DEMO_TOKEN);
            await().atMost(Duration.ofSeconds(20)).until(() -> export.asked() == 1);

            client.close();

            await().atMost(Duration.ofSeconds(2)).until(() -> export.givenUp() == 1);
        }
    }

    private static boolean answered(SlowReader client) {
        try {
            return client.answered();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<SlowReader> silent(String path, int many) throws IOException {
        List<SlowReader> clients = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            clients.add(SlowReader.get(path, Backends.DEMO_TOKEN));
        }
        return clients;
    }

    /** A finished job whose JSON has some megabytes. */
    private static String large() throws IOException, InterruptedException {
        String uuid = Api.demo().submit(Form.of(Files.pdf(6), "a.pdf")).text("uuid");
        Api.demo().ended(uuid);
        String account = Api.demo().get("/api/v1/account/").text("id");
        var blobs =
                new DirectoryBlobStore(ConfigProvider.getConfig().getValue("pagewright.blob-directory", Path.class));
        for (int index = 0; index < 6; index++) {
            var page = new PageBuilder(index);
            for (int i = 0; i < 100; i++) {
                page.paragraph(("read-by-nobody".repeat(10) + " ").repeat(10));
            }
            blobs.put(BlobKeys.page(account, uuid, index, 1), PageCodec.write(page.build()));
        }
        return uuid;
    }
}
