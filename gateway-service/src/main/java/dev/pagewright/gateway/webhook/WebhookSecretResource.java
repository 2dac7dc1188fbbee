package dev.pagewright.gateway.webhook;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.pagewright.gateway.access.CurrentCaller;
import dev.pagewright.gateway.access.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The secret that signs the account's webhooks: GET shows it, POST replaces it. */
@Path("/api/v1/account/webhook-secret")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class WebhookSecretResource {

    /** @param previousUntil when the secret before this one stops to sign beside it; null where none does */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record SecretView(String secret, @Nullable Instant previousUntil) {}

    private final CurrentCaller current;
    private final WebhookSecrets secrets;

    WebhookSecretResource(CurrentCaller current, WebhookSecrets secrets) {
        this.current = current;
        this.secrets = secrets;
    }

    @GET
    public SecretView get() {
        return new SecretView(secrets.current(current.require(Scope.OCR).accountId()), null);
    }

    @POST
    @ResponseStatus(201)
    public SecretView rotate() {
        WebhookSecrets.Rotated rotated = secrets.rotate(current.require(Scope.OCR));
        return new SecretView(rotated.secret(), rotated.previousUntil().truncatedTo(ChronoUnit.MILLIS));
    }
}
