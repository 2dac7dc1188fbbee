package dev.pagewright.gateway.webhook;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.pagewright.contract.JobRecord;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.access.Caller;
import dev.pagewright.gateway.access.CurrentCaller;
import dev.pagewright.gateway.access.Scope;
import dev.pagewright.gateway.http.Listed;
import dev.pagewright.gateway.http.ProblemException;
import dev.pagewright.gateway.job.OwnJobs;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What became of a job's webhook, and sending it again. */
@Path("/api/v1/ocr/{uuid}/webhook")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryResource {

    /** @param nextAttemptAt null where there is none to come */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record DeliveryView(
            String id,
            String type,
            String url,
            String status,
            int attempts,
            @Nullable Integer answer,
            @Nullable String failure,
            @Nullable Instant createdAt,
            @Nullable Instant attemptedAt,
            @Nullable Instant nextAttemptAt) {

        static DeliveryView of(Deliveries.Delivery delivery) {
            return new DeliveryView(
                    delivery.id(),
                    delivery.type(),
                    delivery.url(),
                    delivery.status(),
                    delivery.attempts(),
                    delivery.answer(),
                    delivery.failure(),
                    shown(delivery.createdAt()),
                    shown(delivery.attemptedAt()),
                    delivery.status().equals("waiting") ? shown(delivery.dueAt()) : null);
        }

        private static @Nullable Instant shown(@Nullable OffsetDateTime time) {
            return time == null ? null : time.toInstant().truncatedTo(ChronoUnit.MILLIS);
        }
    }

    private final CurrentCaller current;
    private final OwnJobs own;
    private final Deliveries deliveries;
    private final WebhookSender sender;

    DeliveryResource(CurrentCaller current, OwnJobs own, Deliveries deliveries, WebhookSender sender) {
        this.current = current;
        this.own = own;
        this.deliveries = deliveries;
        this.sender = sender;
    }

    @GET
    public Listed<DeliveryView> list(@RestPath String uuid) {
        Caller caller = current.require(Scope.READ);
        JobRecord job = own.require(caller, uuid);
        return new Listed<>(
                deliveries.ofJob(caller.accountId(), job.uuid()).stream()
                        .map(DeliveryView::of)
                        .toList(),
                null);
    }

    @POST
    @ResponseStatus(202)
    public DeliveryView again(@RestPath String uuid) {
        Caller caller = current.require(Scope.OCR);
        JobRecord job = own.requireFinished(caller, uuid);
        DeliveryView delivery = deliveries
                .again(caller.accountId(), job.uuid())
                .map(DeliveryView::of)
                .orElseThrow(() -> new ProblemException(
                        ErrorCode.NOT_FOUND, "The job has no webhook; name a \"webhook_url\" when you submit one."));
        sender.wake();
        return delivery;
    }
}
