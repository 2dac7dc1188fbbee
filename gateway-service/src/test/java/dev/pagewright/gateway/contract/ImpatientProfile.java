package dev.pagewright.gateway.contract;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Settings that other tests could not live with, together in one profile: each profile starts an application. */
public final class ImpatientProfile implements QuarkusTestProfile {

    static final String ORIGIN = "https://app.example";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "pagewright.http.first-head", "2s",
                "pagewright.http.keep-alive", "2s",
                "quarkus.http.cors.enabled", "true",
                "quarkus.http.cors.origins", ORIGIN);
    }
}
