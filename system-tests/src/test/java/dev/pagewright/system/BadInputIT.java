package dev.pagewright.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.system.client.Client;
import dev.pagewright.system.document.SampleDocuments;
import dev.pagewright.system.launch.LaunchedSystem;
import dev.pagewright.system.launch.SystemExtension;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** C09: what cannot be read is refused or ends with a code, and the next document is read. */
@ExtendWith(SystemExtension.class)
class BadInputIT {

    private final Client client;

    BadInputIT(LaunchedSystem system) throws Exception {
        client = system.client();
    }

    static Stream<Arguments> refused() {
        byte[] pdf = SampleDocuments.textPdf(1);
        return Stream.of(
                Arguments.of("empty.png", new byte[0], "empty_file"),
                Arguments.of("words.png", "just words".getBytes(StandardCharsets.UTF_8), "unsupported_type"),
                Arguments.of("cut.pdf", Arrays.copyOf(pdf, 60), "corrupt_file"),
                Arguments.of(
                        "header.png", Arrays.copyOf(SampleDocuments.png(SampleDocuments.lines(0)), 20), "corrupt_file"),
                Arguments.of("bomb.png", hugePng(), "file_too_large"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void aFileThatCannotBeReadIsRefused(String name, byte[] file, String code) throws Exception {
        Client.Answer answer = client.submit(name, file, Map.of());

        if (answer.status() == 400) { // found by its head
            assertThat(answer.json().path("code").asText()).isEqualTo(code);
            assertThat(answer.json().path("detail").asText()).isNotBlank();
        } else { // found by the page's reader
            assertThat(answer.json().path("status").asText()).isEqualTo("failed");
            assertThat(answer.json().path("pages").path(0).path("error").asText())
                    .isIn("page_corrupt", "page_too_large");
        }
    }

    static Stream<byte[]> damaged() {
        Random random = new Random(20261125);
        return Stream.of(
                        SampleDocuments.scannedPdf(2),
                        SampleDocuments.tiff(2),
                        SampleDocuments.image(SampleDocuments.lines(3), "jpg"),
                        SampleDocuments.image(SampleDocuments.lines(3), "gif"))
                .flatMap(file -> Stream.generate(() -> scratched(file, random)).limit(3));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void aDamagedFileEndsWithAnAnswer(byte[] file) throws Exception {
        Client.Answer answer = client.submit("damaged", file, Map.of());

        assertThat(answer.status()).isIn(200, 202, 400);
        if (answer.status() == 202) {
            assertThat(client.ended(answer.json().path("uuid").asText())
                            .path("status")
                            .asText())
                    .isIn("done", "failed");
        }
    }

    @AfterEach
    void theNextDocumentIsRead() throws Exception {
        assertThat(client.submit("next.pdf", SampleDocuments.textPdf(1), Map.of())
                        .json()
                        .path("text")
                        .asText())
                .contains(SampleDocuments.lines(0).getFirst());
    }

    private static byte[] scratched(byte[] file, Random random) {
        byte[] damaged = file.clone();
        for (int i = 0; i < 30; i++) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        return damaged;
    }

    /** Says that it has 60,000 x 60,000 pixels, which no memory here holds. */
    private static byte[] hugePng() {
        byte[] file = SampleDocuments.png(SampleDocuments.lines(0));
        for (int offset : new int[] {16, 20}) {
            file[offset] = 0;
            file[offset + 1] = 0;
            file[offset + 2] = (byte) 0xEA;
            file[offset + 3] = 0x60;
        }
        return file;
    }
}
