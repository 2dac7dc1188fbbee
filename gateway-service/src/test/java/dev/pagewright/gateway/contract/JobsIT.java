package dev.pagewright.gateway.contract;

import static dev.pagewright.gateway.contract.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.SimulatedWorker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class JobsIT {

    private static final String JOBS = "/api/v1/ocr/";
    private static final Pattern EVENT = Pattern.compile("id: (\\d+)\nevent: (\\w+)\ndata: (.*)\n\n");

    private static SimulatedWorker worker;

    @BeforeAll
    static void startWorker() throws IOException {
        worker = SimulatedWorker.start();
    }

    @AfterEach
    void let() {
        worker.goOn();
        worker.fail(Set.of());
    }

    @AfterAll
    static void stopWorker() {
        worker.close();
    }

    @Test
    @DisplayName("C04: a job is shown without pages until it has finished, then whole")
    void a_job_is_polled() throws Exception {
        worker.hold();
        String uuid = Api.demo().submit(Form.of(Files.pdf(7), "a.pdf")).text("uuid");

        Api.Answer before = Api.demo().get(JOBS + uuid + "/");
        worker.goOn();
        Api.Answer after = Api.demo().ended(uuid);

        assertThat(before.status()).isEqualTo(200);
        assertThat(before.text("status")).isIn("pending", "processing");
        assertThat(before.json().path("pages")).isEmpty();
        assertThat(before.json().path("text").isNull()).isTrue();
        assertThat(before.json().path("page_count").asInt()).isEqualTo(7);
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.json().path("pages")).hasSize(7);
        assertThat(after.json().path("pages_done").asInt()).isEqualTo(7);
        assertThat(after.text("finished_at")).isNotBlank();
        assertThat(after.json().at("/pages/0/blocks/0/words").isMissingNode()).isTrue();
        assertThat(Api.demo().get(JOBS + uuid + "?include=words").body()).contains("\"words\"");
    }

    @Test
    @DisplayName("include=pages shows what is read so far; a page that is not is 409")
    void a_running_job_shows_its_pages_on_demand() throws Exception {
        worker.hold();
        String uuid = Api.demo().submit(Form.of(Files.pdf(6), "a.pdf")).text("uuid");
        worker.allow(1);
        String first = firstPageEvent(uuid);

        Api.Answer partial = Api.demo().get(JOBS + uuid + "/?include=pages");

        assertThat(first).contains("of the document");
        assertThat(partial.json().path("pages")).hasSize(1);
        int read = partial.json().at("/pages/0/index").asInt() + 1;
        assertThat(Api.demo().get(JOBS + uuid + "/pages/" + read + "/").status())
                .isEqualTo(200);
        assertProblem(Api.demo().get(JOBS + uuid + "/pages/" + (read == 6 ? 5 : 6) + "/"), 409, "job_not_finished");
    }

    @Test
    void a_page_is_shown_by_its_number() throws Exception {
        String uuid = done(3);

        Api.Answer page = Api.demo().get(JOBS + uuid + "/pages/2/");

        assertThat(page.json().path("index").asInt()).isEqualTo(1);
        assertThat(page.text("text")).contains("Page 2 of the document.");
        for (String number : List.of("0", "4", "x", "-1", "99999999999", "%00")) {
            assertProblem(Api.demo().get(JOBS + uuid + "/pages/" + number + "/"), 404, "not_found");
        }
    }

    @Test
    @DisplayName("every verb on someone else's job, or on none, is 404 job_not_found")
    void a_foreign_job_is_not_found() throws Exception {
        String uuid = done(1);
        Api stranger = Api.account("free");
        for (String job : List.of(
                uuid,
                "0123456789abcdef0123456789abcdef",
                "x",
                "%00",
                uuid.toUpperCase(java.util.Locale.ROOT),
                uuid + "%20")) {
            assertProblem(stranger.get(JOBS + job + "/"), 404, "job_not_found");
            assertProblem(stranger.get(JOBS + job + "/pages/1/"), 404, "job_not_found");
            assertProblem(stranger.get(JOBS + job + "/events/"), 404, "job_not_found");
            assertProblem(stranger.get(JOBS + job + "/download/?format=txt"), 404, "job_not_found");
            assertProblem(stranger.get(JOBS + job + "/pages/1/image/"), 404, "job_not_found");
            assertProblem(stranger.post(JOBS + job + "/retry/", ""), 404, "job_not_found");
            assertProblem(stranger.delete(JOBS + job + "/"), 404, "job_not_found");
            assertProblem(stranger.post("/api/v1/chat/" + job + "/", "{\"message\":\"?\"}"), 404, "job_not_found");
            assertProblem(stranger.get("/api/v1/chat/" + job + "/history/"), 404, "job_not_found");
        }
        assertThat(Api.demo().get(JOBS + uuid + "/").status()).isEqualTo(200);
    }

    @Test
    void jobs_are_listed_newest_first_by_cursor() throws Exception {
        Api api = Api.account("free");
        List<String> submitted = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            submitted.addFirst(api.submit(Form.of(Files.pdf(1), "a.pdf")).text("uuid"));
        }

        List<String> listed = new ArrayList<>();
        String cursor = "";
        while (!cursor.equals("null")) {
            Api.Answer answer = api.get(JOBS + "?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            answer.json()
                    .path("items")
                    .forEach(item -> listed.add(item.path("uuid").asText()));
            cursor = answer.text("next");
        }

        assertThat(listed).isEqualTo(submitted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "cursor=x", "cursor=-5", "cursor=%00"})
    void a_list_parameter_that_makes_no_sense_is_refused(String query) throws Exception {
        assertProblem(Api.demo().get(JOBS + "?" + query), 400, "invalid_parameter");
    }

    @Test
    void an_include_that_is_not_known_is_refused() throws Exception {
        assertProblem(Api.demo().get(JOBS + done(1) + "/?include=everything"), 400, "invalid_parameter");
    }

    @Test
    @DisplayName("a deleted job is gone everywhere, and what was read stays charged")
    void a_job_is_deleted() throws Exception {
        Api api = Api.account("free");
        String uuid = api.submit(Form.of(Files.pdf(2), "a.pdf")).text("uuid");

        Api.Answer deleted = api.delete(JOBS + uuid + "/");

        assertThat(deleted.status()).isEqualTo(204);
        assertProblem(api.get(JOBS + uuid + "/"), 404, "job_not_found");
        assertProblem(api.delete(JOBS + uuid + "/"), 404, "job_not_found");
        assertThat(api.get(JOBS).json().path("items")).isEmpty();
        assertThat(api.get("/api/v1/account/").json().path("used").asInt()).isEqualTo(2);
    }

    @Test
    @DisplayName("a running job is cancelled, and what was not read is given back")
    void a_running_job_is_deleted() throws Exception {
        Api api = Api.account("free");
        worker.hold();
        String uuid = api.submit(Form.of(Files.pdf(8), "a.pdf")).text("uuid");
        assertThat(api.get("/api/v1/account/").json().path("used").asInt()).isEqualTo(8);

        assertThat(api.delete(JOBS + uuid + "/").status()).isEqualTo(204);

        assertThat(api.get("/api/v1/account/").json().path("used").asInt()).isZero();
    }

    @Test
    @DisplayName("a retry reads the failed pages again")
    void failed_pages_are_read_again() throws Exception {
        worker.fail(Set.of(2));
        String uuid = Api.demo().submit(Form.of(Files.pdf(3), "a.pdf")).text("uuid");
        worker.fail(Set.of());

        Api.Answer retried = Api.demo().post(JOBS + uuid + "/retry/", "");
        Api.Answer after = Api.demo().ended(uuid);

        assertThat(retried.status()).isEqualTo(202);
        assertThat(retried.header("Location")).isPresent();
        assertThat(after.text("status")).isEqualTo("done");
        assertThat(after.json().path("pages_failed").asInt()).isZero();
        assertThat(after.text("text")).contains("Page 2 of the document.");
        assertThat(Api.demo().post(JOBS + uuid + "/retry/", "").status()).isEqualTo(200);
    }

    @Test
    void a_running_job_cannot_be_retried() throws Exception {
        worker.hold();
        String uuid = Api.demo().submit(Form.of(Files.pdf(6), "a.pdf")).text("uuid");

        assertProblem(Api.demo().post(JOBS + uuid + "/retry/", ""), 409, "job_not_finished");
        assertProblem(Api.demo().get(JOBS + uuid + "/download/?format=txt"), 409, "job_not_finished");
    }

    @Test
    @DisplayName("events: each page once, ids count up, the last is the job; Last-Event-ID goes on")
    void events_replay_and_resume() throws Exception {
        String uuid = Api.demo().submit(Form.of(Files.pdf(6), "a.pdf")).text("uuid");
        Api.demo().ended(uuid);

        Api.Answer stream = Api.demo().get(JOBS + uuid + "/events/");

        assertThat(stream.header("Content-Type").orElse("")).startsWith("text/event-stream");
        List<MatchResult> events = EVENT.matcher(stream.body()).results().toList();
        assertThat(events.stream().filter(event -> event.group(2).equals("page")))
                .hasSize(6);
        assertThat(events.stream().map(event -> Long.parseLong(event.group(1))).toList())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(events.getLast().group(2)).isEqualTo("job");
        assertThat(events.getLast().group(3)).contains("\"done\"");
        Api.Answer rest = Api.demo()
                .send(Api.demo()
                        .request(JOBS + uuid + "/events/")
                        .header("Last-Event-ID", events.get(events.size() - 2).group(1))
                        .build());
        assertThat(EVENT.matcher(rest.body()).results().map(event -> event.group(1)))
                .containsExactly(events.getLast().group(1));
    }

    @Test
    @DisplayName("a finished job's stream ends with the job even when every event was seen")
    void a_stream_that_was_seen_whole_still_ends_with_the_job() throws Exception {
        String uuid = done(1);

        Api.Answer stream = Api.demo()
                .send(Api.demo()
                        .request(JOBS + uuid + "/events/")
                        .header("Last-Event-ID", "999999")
                        .build());

        assertThat(stream.status()).isEqualTo(200);
        assertThat(EVENT.matcher(stream.body())
                        .results()
                        .map(event -> event.group(2))
                        .toList())
                .isSubsetOf(List.of("job"));
    }

    @Test
    @DisplayName("C08: the header wins over the query; scopes are kept")
    void tokens_are_taken_from_header_and_query() throws Exception {
        String uuid = done(1);

        assertThat(Api.nobody()
                        .get(JOBS + uuid + "/?api_token=" + dev.pagewright.gateway.testing.Backends.DEMO_TOKEN)
                        .status())
                .isEqualTo(200);
        assertProblem(
                Api.of("wrong").get(JOBS + uuid + "/?api_token=" + dev.pagewright.gateway.testing.Backends.DEMO_TOKEN),
                401,
                "unauthorized");
        Api reader = Api.of(Api.demo()
                .post("/api/v1/account/tokens/", "{\"scopes\":[\"read\"]}")
                .text("token"));
        assertThat(reader.get(JOBS + uuid + "/").status()).isEqualTo(200);
        assertProblem(reader.delete(JOBS + uuid + "/"), 403, "insufficient_scope");
        assertProblem(reader.submit(Form.of(Files.pdf(1), "a.pdf")), 403, "insufficient_scope");
        assertProblem(reader.post("/api/v1/chat/" + uuid + "/", "{\"message\":\"?\"}"), 403, "insufficient_scope");
    }

    private static String done(int pages) throws IOException, InterruptedException {
        Api.Answer answer = Api.demo().submit(Form.of(Files.pdf(pages), "a.pdf"));
        JsonNode job = answer.json();
        assertThat(job.path("status").asText()).as(answer.body()).isEqualTo("done");
        return job.path("uuid").asText();
    }

    /** Reads the running job's stream until a page comes. */
    private static String firstPageEvent(String uuid) throws IOException, InterruptedException {
        var response = java.net.http.HttpClient.newHttpClient()
                .send(
                        Api.demo().request(JOBS + uuid + "/events/").build(),
                        java.net.http.HttpResponse.BodyHandlers.ofLines());
        try (var lines = response.body()) {
            return lines.dropWhile(line -> !line.equals("event: page"))
                    .skip(1)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
