package dev.pagewright.export.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.pagewright.contract.JobJson;
import dev.pagewright.document.testing.SamplePages;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.ExporterContract;
import dev.pagewright.export.testing.FakeSource;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Whatever comes out passes the published schema. */
class JsonExporterTest extends ExporterContract {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(JobJson.class.getResourceAsStream("/schema/job.schema.json"));

    @Override
    protected Exporter exporter() {
        return new JsonExporter();
    }

    @Override
    protected String read(byte[] file) {
        JsonNode job = tree(file);
        assertThat(SCHEMA.validate(job)).isEmpty();
        return job + "\n" + job.path("text").asText();
    }

    @Test
    void words_come_where_they_are_asked_for() throws Exception {
        var source = FakeSource.of(SamplePages.article(0), SamplePages.translated(1));

        byte[] without = source.written(exporter());
        byte[] with = source.with(exporter().format(), "include", "words").written(exporter());

        assertThat(read(without)).doesNotContain("\"words\"");
        assertThat(read(with)).contains("\"words\"");
    }

    @Test
    void the_schema_refuses_what_is_no_job() {
        var job = (ObjectNode) tree(FakeSource.of(SamplePages.article(0)).written(exporter()));
        ((ObjectNode) job.at("/pages/0/blocks/1")).remove("level");
        ((ObjectNode) job.at("/pages/0")).put("mean_confidence", 95);
        job.putNull("text");

        assertThat(SCHEMA.validate(job)).hasSize(3);
    }

    private static JsonNode tree(byte[] file) {
        try {
            return MAPPER.readTree(file);
        } catch (IOException e) {
            throw new AssertionError("not JSON", e);
        }
    }
}
