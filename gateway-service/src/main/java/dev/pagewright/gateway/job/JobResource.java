package dev.pagewright.gateway.job;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.pagewright.contract.JobJson;
import dev.pagewright.contract.JobRecord;
import dev.pagewright.contract.PageJson;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.access.Caller;
import dev.pagewright.gateway.access.CurrentCaller;
import dev.pagewright.gateway.access.Scope;
import dev.pagewright.gateway.http.Ids;
import dev.pagewright.gateway.http.ListQuery;
import dev.pagewright.gateway.http.OuterAddress;
import dev.pagewright.gateway.http.ProblemException;
import dev.pagewright.gateway.http.Streams;
import dev.pagewright.gateway.ledger.Prices;
import dev.pagewright.gateway.queue.Deletion;
import dev.pagewright.gateway.queue.Retry;
import dev.pagewright.gateway.store.Jobs;
import dev.pagewright.spool.Spool;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Jobs: look, list, delete, retry (C03, C04 and the contract's further verbs). */
@Path("/api/v1/ocr")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class JobResource {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> INCLUDES = Set.of("words", "pages", "debug");

    private final CurrentCaller current;
    private final Jobs jobs;
    private final OwnJobs own;
    private final JobAnswers answers;
    private final Deletion deletion;
    private final Retry retry;
    private final DamagedPages damaged;
    private final Prices prices;
    private final Streams streams;
    private final RoutingContext request;

    JobResource(
            CurrentCaller current,
            Jobs jobs,
            OwnJobs own,
            JobAnswers answers,
            Deletion deletion,
            Retry retry,
            DamagedPages damaged,
            Prices prices,
            Streams streams,
            RoutingContext request) {
        this.current = current;
        this.jobs = jobs;
        this.own = own;
        this.answers = answers;
        this.deletion = deletion;
        this.retry = retry;
        this.damaged = damaged;
        this.prices = prices;
        this.streams = streams;
        this.request = request;
    }

    @GET
    public String list(@BeanParam ListQuery query) throws IOException {
        Caller caller = current.require(Scope.READ);
        Jobs.Listing listing = jobs.list(caller.accountId(), query.number(), query.limit());
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (JobRecord job : listing.items()) {
                JobJson.write(json, job);
            }
            json.writeEndArray();
            json.writeStringField("next", listing.next());
            json.writeEndObject();
        }
        return out.toString();
    }

    @GET
    @Path("/{uuid}")
    public StreamingOutput get(
            @org.jboss.resteasy.reactive.RestPath String uuid, @QueryParam("include") @Nullable String include) {
        Caller caller = current.require(Scope.READ);
        Set<String> includes = includes(include);
        JobRecord job = own.require(caller, uuid);
        var options = new PageJson.Options(includes.contains("words"), includes.contains("debug"));
        return streams.of(out -> answers.write(out, job, includes.contains("pages"), options));
    }

    @DELETE
    @Path("/{uuid}")
    public Response delete(@org.jboss.resteasy.reactive.RestPath String uuid) {
        Caller caller = current.require(Scope.OCR);
        if (!Ids.wellFormed(uuid) || !deletion.delete(caller.accountId(), uuid)) {
            throw OwnJobs.unknown();
        }
        return Response.noContent().build();
    }

    @POST
    @Path("/{uuid}/retry")
    public Response retry(@org.jboss.resteasy.reactive.RestPath String uuid) throws IOException {
        Caller caller = current.require(Scope.OCR);
        JobRecord before = own.requireFinished(caller, uuid);
        JobRecord job = retry.retry(
                        caller.accountId(),
                        uuid,
                        damaged.of(before),
                        prices.reserved(before.tier(), before.translateTo() != null))
                .orElseThrow(OwnJobs::unknown);
        StreamingOutput body = streams.of(out -> answers.write(out, job, false, PageJson.Options.DEFAULT));
        return JobAnswers.finished(job)
                ? Response.ok(body).build()
                : Response.accepted(body)
                        .header("Location", OuterAddress.of(request).of("/api/v1/ocr/" + uuid + "/"))
                        .header("Retry-After", "2")
                        .build();
    }

    @GET
    @Path("/{uuid}/pages/{number}")
    public StreamingOutput page(
            @org.jboss.resteasy.reactive.RestPath String uuid,
            @org.jboss.resteasy.reactive.RestPath String number,
            @QueryParam("include") @Nullable String include)
            throws IOException {
        Caller caller = current.require(Scope.READ);
        Set<String> includes = includes(include);
        JobRecord job = own.require(caller, uuid);
        Jobs.PageRow row = row(job, number);
        Spool page = answers.page(row, new PageJson.Options(includes.contains("words"), includes.contains("debug")))
                .orElseThrow(() -> new ProblemException(
                        ErrorCode.JOB_NOT_FINISHED, "This page has not been read yet; ask again in a moment."));
        return streams.of(out -> {
            try (page) {
                page.copyTo(out);
            }
        });
    }

    private Jobs.PageRow row(JobRecord job, String number) {
        long wanted = number.matches("[1-9][0-9]{0,6}") ? Long.parseLong(number) : -1;
        return jobs.pages(job).stream()
                .filter(page -> page.number() == wanted)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ErrorCode.NOT_FOUND,
                        "The job has no page of this number; they count from 1, within the file."));
    }

    private static Set<String> includes(@Nullable String include) {
        Set<String> wanted = Stream.of(include == null ? new String[0] : include.split(",", -1))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
        if (!INCLUDES.containsAll(wanted)) {
            throw new ProblemException(
                    ErrorCode.INVALID_PARAMETER,
                    "The parameter \"include\" takes words, pages and debug, separated by commas.");
        }
        return wanted;
    }
}
