package dev.pagewright.gateway.contract;

import static dev.pagewright.gateway.contract.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.SimulatedWorker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C01 C11 C12: the fields of a submission, in the form and in the address. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class FieldsIT {

    private static SimulatedWorker worker;

    @BeforeAll
    static void startWorker() throws IOException {
        worker = SimulatedWorker.start();
        worker.goOn();
    }

    @AfterAll
    static void stopWorker() {
        worker.close();
    }

    @ParameterizedTest
    @CsvSource({
        "lang,language",
        "langs,language",
        "Language,language",
        "languge,language",
        "force_ocr,ocr",
        "OCR,ocr",
        "page,pages",
        "page_range,pages",
        "tiers,tier",
        "translate-to,translate_to",
        "translateTo,translate_to",
        "target,",
        "webhook,webhook_url",
        "pass,password",
        "outputformat,",
        "x,"
    })
    @DisplayName("a field that is not known is refused by name, and the nearest is told")
    void unknown_fields_are_refused(String field, String nearest) throws Exception {
        for (String detail : new String[] {
            assertProblem(Api.demo().submit(form().field(field, "en")), 400, "invalid_parameter")
                    .path("detail")
                    .asText(),
            assertProblem(submit("?" + field + "=en", form()), 400, "invalid_parameter")
                    .path("detail")
                    .asText()
        }) {
            assertThat(detail).contains('"' + field + '"').contains("known are").contains("translate_to");
            if (nearest != null) {
                assertThat(detail).contains("nearest is \"" + nearest + '"');
            }
        }
    }

    @Test
    void fields_in_the_address_are_fields() throws Exception {
        Api.Answer answer = submit("?pages=2&language=en%2Bde&tier=VLM", Form.of(Files.pdf(3), "a.pdf"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("page_count").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/pages/0/text").asText()).contains("Page 2 of");
        assertThat(answer.text("language")).isEqualTo("en+de");
        assertThat(answer.text("tier")).isEqualTo("vlm");
        assertThat(submit("?language=en+de", form()).text("language")).isEqualTo("en+de");
        assertProblem(submit("?tier=gold", form()), 400, "invalid_parameter");
    }

    @Test
    void a_field_is_given_once() throws Exception {
        assertProblem(submit("?tier=cpu", form().field("tier", "vlm")), 400, "invalid_parameter");
        assertProblem(submit("?tier=cpu", form().field("tier", "cpu")), 400, "invalid_parameter");
        assertProblem(submit("?tier=cpu&tier=vlm", form()), 400, "invalid_parameter");
        assertProblem(Api.demo().submit(form().field("tier", "cpu").field("tier", "vlm")), 400, "invalid_parameter");
        assertThat(Api.demo()
                        .submit(form().field("tier", "cpu").field("tier", "cpu"))
                        .status())
                .isEqualTo(200);
        assertThat(submit("?tier=", form().field("tier", "cpu")).status()).isEqualTo(200);
        assertThat(Api.demo()
                        .submit(form().field("tier", "").field("tier", "vlm"))
                        .text("tier"))
                .isEqualTo("vlm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n "})
    void blank_fields_are_as_if_not_given(String blank) throws Exception {
        Form form = form();
        for (String field :
                new String[] {"tier", "language", "tool", "translate_to", "ocr", "pages", "password", "webhook_url"}) {
            form.field(field, blank);
        }

        Api.Answer answer = Api.demo().submit(form);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("tier")).isEqualTo("cpu");
        assertThat(answer.text("language")).isEqualTo("auto");
    }

    @ParameterizedTest
    @CsvSource({
        "tier,CPU,cpu",
        "tier,' Vlm ',vlm",
        "language,EN,en",
        "language,AUTO,auto",
        "language,Eng,eng",
        "language,English,english",
        "language,EN + De,en+de",
        "language,en_US,en_us"
    })
    @DisplayName("closed lists are taken in any case and answered in theirs")
    void values_come_in_any_case(String field, String sent, String told) throws Exception {
        Api.Answer answer = Api.demo().submit(form().field(field, sent));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text(field)).isEqualTo(told);
    }

    @Test
    void tools_and_modes_come_in_any_case() throws Exception {
        assertThat(Api.demo().submit(form().field("ocr", "FORCE")).status()).isEqualTo(200);
        assertThat(Api.demo()
                        .submit(form().field("tool", "Handwriting-To-Text"))
                        .text("tier"))
                .isEqualTo("vlm");
    }

    private static Form form() {
        return Form.of(Files.pdf(1), "a.pdf");
    }

    private static Api.Answer submit(String query, Form form) throws IOException, InterruptedException {
        return Api.demo().send("POST", "/api/v1/ocr/" + query, form.body(), form.contentType());
    }
}
