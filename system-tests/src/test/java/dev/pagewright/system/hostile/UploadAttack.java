package dev.pagewright.system.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.system.client.Client;
import java.util.Random;
import java.util.function.Function;

/**
 * Uploads a file made from the seed. Whatever it is, it is refused with a code and a sentence, or its job ends; a page that
 * was not read says why.
 *
 * @param file what is sent, made anew from the random numbers given
 */
record UploadAttack(String name, Function<Random, UploadedFile> file) implements Attack {

    @Override
    public void run(Target target, long seed) throws Exception {
        UploadedFile hostile = file.apply(new Random(seed));
        Client client = target.client();
        Client.Answer answer = client.submit(hostile.name(), hostile.bytes(), hostile.fields());
        assertThat(answer.status())
                .as("%s, seed %d: %s", name, seed, answer.text())
                .isIn(200, 202, 400, 503);
        if (answer.status() >= 400) {
            assertThat(answer.json().path("code").asText()).isNotBlank();
            assertThat(answer.json().path("detail").asText()).isNotBlank();
            return;
        }
        String uuid = answer.json().path("uuid").asText();
        for (JsonNode page : client.ended(uuid).path("pages")) {
            assertThat(page.path("status").asText().equals("done")
                            || !page.path("error").asText().isBlank())
                    .as("%s, seed %d: %s", name, seed, page)
                    .isTrue();
        }
        assertThat(client.delete("/api/v1/ocr/" + uuid + "/").status()).isEqualTo(204);
    }
}
