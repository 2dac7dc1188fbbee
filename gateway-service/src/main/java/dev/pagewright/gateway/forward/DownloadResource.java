package dev.pagewright.gateway.forward;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.access.Caller;
import dev.pagewright.gateway.access.CurrentCaller;
import dev.pagewright.gateway.access.Scope;
import dev.pagewright.gateway.http.ProblemException;
import dev.pagewright.gateway.job.OwnJobs;
import dev.pagewright.gateway.store.Jobs;
import dev.pagewright.gateway.submission.ToolCatalogue;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Downloads (C05) and page pictures: ownership and status are checked here, the export service makes the bytes. */
@Path("/api/v1/ocr/{uuid}")
@RunOnVirtualThread
public class DownloadResource {

    private final CurrentCaller current;
    private final OwnJobs own;
    private final Jobs jobs;
    private final ToolCatalogue tools;
    private final Forwarder forwarder;
    private final ForwardSettings settings;
    private final Optional<String> export;

    DownloadResource(
            CurrentCaller current,
            OwnJobs own,
            Jobs jobs,
            ToolCatalogue tools,
            Forwarder forwarder,
            ForwardSettings settings,
            @ConfigProperty(name = "pagewright.export-url") Optional<String> export) {
        this.current = current;
        this.own = own;
        this.jobs = jobs;
        this.tools = tools;
        this.forwarder = forwarder;
        this.settings = settings;
        this.export = export;
    }

    @GET
    @Path("/download")
    public Response download(
            @RestPath String uuid,
            @Context UriInfo address,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return download("GET", uuid, address, ifNoneMatch);
    }

    @HEAD
    @Path("/download")
    public Response head(
            @RestPath String uuid,
            @Context UriInfo address,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return download("HEAD", uuid, address, ifNoneMatch);
    }

    private Response download(String method, String uuid, UriInfo address, @Nullable String ifNoneMatch) {
        Caller caller = current.require(Scope.READ);
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>(address.getQueryParameters());
        String format = query.getFirst("format");
        if (format != null) { // a closed list is taken in any case
            format = format.strip().toLowerCase(Locale.ROOT);
            query.putSingle("format", format);
        }
        JobRecord job = "json".equals(format) ? own.requireFinished(caller, uuid) : own.requireDone(caller, uuid);
        if ("csv".equals(format) && !query.containsKey("rows")) {
            tools.csvRows(job.tool()).ifPresent(rows -> query.add("rows", rows));
        }
        return export(method, "/inner/v1/jobs/" + job.uuid() + "/download", query, ifNoneMatch);
    }

    @GET
    @Path("/pages/{number}/image")
    public Response image(
            @RestPath String uuid,
            @RestPath String number,
            @Context UriInfo address,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        JobRecord job = own.requireFinished(current.require(Scope.READ), uuid);
        if (!number.matches("[1-9][0-9]{0,6}") || !has(job, Integer.parseInt(number))) {
            throw new ProblemException(
                    ErrorCode.NOT_FOUND, "The job has no page of this number; they count from 1, within the file.");
        }
        return export(
                "GET",
                "/inner/v1/jobs/" + job.uuid() + "/pages/" + number + "/image",
                address.getQueryParameters(),
                ifNoneMatch);
    }

    private boolean has(JobRecord job, int number) {
        return jobs.pages(job).stream().anyMatch(page -> page.number() == number);
    }

    private Response export(
            String method, String path, MultivaluedMap<String, String> query, @Nullable String ifNoneMatch) {
        HttpRequest.Builder request = forwarder
                .request(export, path + ForwardedQuery.of(query), settings.export())
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (ifNoneMatch != null) {
            request.header("If-None-Match", ifNoneMatch);
        }
        return forwarder.sendWhileWanted(request.build());
    }
}
