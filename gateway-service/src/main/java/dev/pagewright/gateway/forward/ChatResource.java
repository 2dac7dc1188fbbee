package dev.pagewright.gateway.forward;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.contract.JobRecord;
import dev.pagewright.gateway.access.Caller;
import dev.pagewright.gateway.access.CurrentCaller;
import dev.pagewright.gateway.access.Scope;
import dev.pagewright.gateway.account.ChatAllowance;
import dev.pagewright.gateway.http.ProblemException;
import dev.pagewright.gateway.job.OwnJobs;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Chat (C06, C07): ownership, status and allowance are checked here, the chat service answers. */
@Path("/api/v1/chat/{uuid}")
@RunOnVirtualThread
public class ChatResource {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final CurrentCaller current;
    private final OwnJobs own;
    private final ChatAllowance allowance;
    private final Forwarder forwarder;
    private final ForwardSettings settings;
    private final Optional<String> chat;

    ChatResource(
            CurrentCaller current,
            OwnJobs own,
            ChatAllowance allowance,
            Forwarder forwarder,
            ForwardSettings settings,
            @ConfigProperty(name = "pagewright.chat-url") Optional<String> chat) {
        this.current = current;
        this.own = own;
        this.allowance = allowance;
        this.forwarder = forwarder;
        this.settings = settings;
        this.chat = chat;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(@RestPath String uuid, @QueryParam("stream") @Nullable String stream, InputStream body)
            throws IOException {
        Caller caller = current.require(Scope.CHAT);
        JobRecord job = own.requireDone(caller, uuid);
        String message = ChatMessage.read(body);
        String path = "/inner/v1/jobs/" + job.uuid() + "/messages" + ("true".equals(stream) ? "?stream=true" : "");
        HttpRequest request = forwarder
                .request(chat, path, settings.chat())
                .header("Content-Type", MediaType.APPLICATION_JSON)
                .POST(HttpRequest.BodyPublishers.ofByteArray(json(caller, message)))
                .build();
        allowance.take(caller);
        try {
            return forwarder.send(request);
        } catch (ProblemException e) {
            allowance.giveBack(caller); // what was not answered is not counted
            throw e;
        }
    }

    @GET
    @Path("/history")
    public Response history(@RestPath String uuid) {
        Caller caller = current.require(Scope.CHAT);
        JobRecord job = own.requireDone(caller, uuid);
        return forwarder.send(forwarder
                .request(
                        chat,
                        "/inner/v1/jobs/" + job.uuid() + "/messages?account=" + caller.accountId(),
                        settings.chat())
                .build());
    }

    private static byte[] json(Caller caller, String message) {
        try {
            return MAPPER.writeValueAsBytes(Map.of("account", caller.accountId(), "message", message));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
