package dev.pagewright.gateway.contract;

import static dev.pagewright.gateway.contract.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.SimulatedWorker;
import dev.pagewright.hostile.HostileFile;
import dev.pagewright.hostile.HostilePdfs;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files whose number of pages is their sender's word. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class HostileUploadsIT {

    private static SimulatedWorker worker;

    @BeforeAll
    static void startWorker() throws IOException {
        worker = SimulatedWorker.start();
    }

    @AfterAll
    static void stopWorker() {
        worker.close();
    }

    static Stream<HostileFile> lyingCounts() {
        return HostilePdfs.lyingCounts().stream();
    }

    @ParameterizedTest
    @MethodSource("lyingCounts")
    void a_count_that_lies_is_a_file_of_the_pages_it_has(HostileFile file) throws Exception {
        for (String pages : List.of("1-", "1-999999", "-999999,1-")) {
            JsonNode job = Api.demo()
                    .submit(Form.of(file.bytes(), "a.pdf").field("pages", pages))
                    .json();

            assertThat(job.path("page_count").asInt()).isEqualTo(1);
            assertThat(job.path("file_pages").asInt()).isEqualTo(1);
        }
    }

    @Test
    void a_tree_of_a_million_pages_is_more_than_the_plan_allows_and_tells_the_cap() throws Exception {
        byte[] file = HostilePdfs.all().stream()
                .filter(each -> each.name().equals("a page that stands a million times in its tree"))
                .findFirst()
                .orElseThrow()
                .bytes();
        for (String pages : List.of("1-", "2-,1-", "1-999999")) {
            JsonNode problem = assertProblem(
                    Api.account("free").submit(Form.of(file, "a.pdf").field("pages", pages)), 400, "too_many_pages");

            assertThat(problem.path("cap").asInt()).isEqualTo(50);
            assertThat(problem.path("pages").asInt()).isGreaterThan(5_000);
        }
    }
}
