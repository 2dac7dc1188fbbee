package dev.pagewright.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.OpenApi;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The document names what is there, all of it, and nothing else; that bodies are as it says, every test checks. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class OpenApiIT {

    @Test
    void the_document_is_served_without_a_token() throws Exception {
        Api.Answer answer = Api.nobody().get("/api/v1/openapi.json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("openapi")).startsWith("3.1");
    }

    @Test
    void the_schema_of_a_job_names_what_the_document_names() throws Exception {
        JsonNode definitions =
                Api.nobody().get("/api/v1/job.schema.json").json().path("$defs");

        assertThat(definitions.size()).isGreaterThan(10);
        for (var definition : definitions.properties()) {
            JsonNode documented = OpenApi.schema(definition.getKey());
            for (String part : List.of("type", "enum", "required")) {
                assertThat(definition.getValue().path(part)).isEqualTo(documented.path(part));
            }
            assertThat(names(definition.getValue())).isEqualTo(names(documented));
        }
    }

    private static List<String> names(JsonNode schema) {
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    @DisplayName("every operation is documented, and every documented one is there")
    void routes_and_document_agree() {
        Set<String> routes = new TreeSet<>(Set.of("POST /api/v1/ocr/")); // the upload is a route of its own
        for (var bean : Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path path = bean.getBeanClass().getAnnotation(Path.class);
            if (path != null && bean.getBeanClass().getName().startsWith("dev.pagewright")) {
                for (Method method : bean.getBeanClass().getDeclaredMethods()) {
                    httpMethods(method).forEach(verb -> routes.add(verb + " " + address(path, method)));
                }
            }
        }

        assertThat(OpenApi.operations()).containsExactlyElementsOf(routes);
    }

    @Test
    @DisplayName("every documented operation answers, and asks for a token where the document says so")
    void documented_operations_answer() throws Exception {
        for (String operation : OpenApi.operations()) {
            String method = operation.substring(0, operation.indexOf(' '));
            String path = operation
                    .substring(operation.indexOf(' ') + 1)
                    .replace("{number}", "1")
                    .replaceAll("\\{\\w+}", "0123456789abcdef0123456789abcdef");

            Api nobody = Api.nobody();
            Api.Answer answer = nobody.send(nobody.request(path)
                    .method(method, HttpRequest.BodyPublishers.ofString(method.equals("POST") ? "{}" : ""))
                    .header("Content-Type", "application/json")
                    .build());

            boolean open = path.contains("capabilities") || path.endsWith(".json");
            assertThat(answer.status()).as(operation).isEqualTo(open ? 200 : 401);
        }
    }

    private static Set<String> httpMethods(Method method) {
        Set<String> verbs = new TreeSet<>();
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                verbs.add(verb.value());
            }
        }
        return verbs;
    }

    private static String address(Path resource, Method method) {
        Path path = method.getAnnotation(Path.class);
        String whole = resource.value() + (path == null ? "" : path.value());
        return whole.endsWith(".json") || Arrays.asList(whole.split("/")).isEmpty() ? whole : whole + "/";
    }
}
