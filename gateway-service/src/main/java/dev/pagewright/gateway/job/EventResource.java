package dev.pagewright.gateway.job;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.access.Access;
import dev.pagewright.gateway.access.Caller;
import dev.pagewright.gateway.access.CurrentCaller;
import dev.pagewright.gateway.access.Scope;
import dev.pagewright.gateway.http.ClientStream;
import dev.pagewright.gateway.http.ProblemException;
import dev.pagewright.gateway.http.Streams;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A job's events as they happen ({@code text/event-stream}): each page as it finishes, the job at each change. Ids
 * count up and are the same on every replica, so that {@code Last-Event-ID} resumes anywhere.
 */
@Path("/api/v1/ocr/{uuid}/events")
@RunOnVirtualThread
public class EventResource {

    private static final Logger LOG = Logger.getLogger(EventResource.class);

    private final CurrentCaller current;
    private final Access access;
    private final OwnJobs own;
    private final EventFeeds feeds;
    private final StreamSlots slots;
    private final EventSettings settings;
    private final Streams streams;

    EventResource(
            CurrentCaller current,
            Access access,
            OwnJobs own,
            EventFeeds feeds,
            StreamSlots slots,
            EventSettings settings,
            Streams streams) {
        this.current = current;
        this.access = access;
        this.own = own;
        this.feeds = feeds;
        this.slots = slots;
        this.settings = settings;
        this.streams = streams;
    }

    @GET
    public Response events(
            @org.jboss.resteasy.reactive.RestPath String uuid,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId) {
        Caller caller = current.require(Scope.READ);
        own.require(caller, uuid);
        long after = after(lastEventId);
        StreamingOutput stream = streams.of(out -> follow(out, caller, uuid, after));
        return Response.ok(stream)
                .header("Content-Type", "text/event-stream")
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .build();
    }

    private static long after(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return 0;
        }
        if (!lastEventId.matches("[0-9]{1,18}")) {
            throw new ProblemException(
                    ErrorCode.INVALID_PARAMETER, "The header Last-Event-ID takes the id of an event of this stream.");
        }
        return Long.parseLong(lastEventId);
    }

    private void follow(ClientStream out, Caller caller, String uuid, long start) throws IOException {
        try (StreamSlots.Slot slot = slots.take(caller.accountId());
                EventFeeds.Following feed = feeds.follow(caller.accountId(), uuid)) {
            LOG.debugf("events of job %s from %d on, %s", uuid, start, slot);
            new EventStream(out, feed, () -> access.stillAllowed(caller, Scope.READ), settings.recheck()).run(start);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
