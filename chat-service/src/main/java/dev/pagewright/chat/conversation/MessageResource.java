package dev.pagewright.chat.conversation;

import dev.pagewright.chat.inner.ProblemException;
import dev.pagewright.error.ErrorCode;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.sql.SQLException;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Chat's inner API: questions, history, deletion (C06, C07). The gateway has checked token, job and allowance. */
@Path("/inner/v1/jobs/{id}")
@Blocking
public class MessageResource {

    private final Chat chat;

    MessageResource(Chat chat) {
        this.chat = chat;
    }

    @POST
    @Path("/messages")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(@RestPath String id, @QueryParam("stream") @Nullable String stream, @Nullable MessageBody body)
            throws IOException, SQLException {
        if (body == null) {
            throw new ProblemException(400, ErrorCode.INVALID_MESSAGE, "The body is no JSON object with a message.");
        }
        Chat.Asked asked = chat.ask(MessageBody.id(id), MessageBody.id(body.account()), body.question());
        if ("true".equals(stream)) {
            StreamingOutput events = out -> new EventStream(out).answer(chat, asked);
            return Response.ok(events, MediaType.SERVER_SENT_EVENTS)
                    .header("Cache-Control", "no-store")
                    .build();
        }
        Chat.Answered answered = chat.answer(asked, text -> {});
        return json(
                MessageJson.answer(answered.conversation(), answered.message()).toString());
    }

    @GET
    @Path("/messages")
    public Response history(@RestPath String id, @QueryParam("account") @Nullable String account)
            throws IOException, SQLException {
        Chat.History history = chat.history(MessageBody.id(id), MessageBody.id(account));
        return json(
                MessageJson.history(history.conversation(), history.messages()).toString());
    }

    @DELETE
    public void purge(@RestPath String id) throws SQLException {
        chat.purge(MessageBody.id(id));
    }

    private static Response json(String body) {
        return Response.ok(body, MediaType.APPLICATION_JSON).build();
    }
}
