package dev.pagewright.chat.inner;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.pagewright.error.ErrorCode;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every fault as a problem body; none shows what is inside. */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        return Problem.response(e.status(), e.code(), String.valueOf(e.getMessage()));
    }

    @ServerExceptionMapper
    Response json(JsonProcessingException e) {
        return Problem.response(ErrorCode.INVALID_MESSAGE, "The body is no JSON object with a message.");
    }

    @ServerExceptionMapper({IOException.class, SQLException.class})
    Response away(Exception e) {
        LOG.warnf("a dependency is away: %s", e);
        return Problem.response(
                ErrorCode.DEPENDENCY_UNAVAILABLE, "A part of the service is away for a moment; try again shortly.");
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return json(json);
        }
        int status = e.getResponse().getStatus();
        return switch (status) {
            case 400 -> Problem.response(status, ErrorCode.INVALID_MESSAGE, "The request cannot be understood.");
            case 404 -> Problem.response(status, ErrorCode.NOT_FOUND, "There is nothing at this address.");
            case 405 -> Problem.response(status, ErrorCode.METHOD_NOT_ALLOWED, "The address knows other methods.");
            case 406 -> Problem.response(status, ErrorCode.NOT_ACCEPTABLE, "The answer is JSON.");
            case 415 -> Problem.response(status, ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
            default ->
                status < 500
                        ? Problem.response(status, ErrorCode.INVALID_PARAMETER, "The request is refused.")
                        : any(e);
        };
    }

    @ServerExceptionMapper
    Response any(Throwable e) {
        String id = UUID.randomUUID().toString();
        LOG.errorf(e, "fault %s", id);
        return Problem.response(ErrorCode.INTERNAL_ERROR, "Something went wrong; quote " + id + ".");
    }
}
