package dev.pagewright.export.inner;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.export.document.GatewayAwayException;
import dev.pagewright.export.format.ExportRefusedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every fault as a problem body; none shows what is inside. */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        return e.response();
    }

    @ServerExceptionMapper
    Response refused(ExportRefusedException e) {
        return Problem.response(e.code(), e.detail());
    }

    @ServerExceptionMapper
    Response away(GatewayAwayException e) {
        LOG.warnf(e, "the gateway does not answer");
        return Problem.response(
                ErrorCode.DEPENDENCY_UNAVAILABLE, "A part of the service is away for a moment; try again shortly.");
    }

    @ServerExceptionMapper
    Response wrapped(UncheckedIOException e) {
        return switch (e.getCause()) {
            case ExportRefusedException refused -> refused(refused);
            case GatewayAwayException away -> away(away);
            case null, default -> any(e);
        };
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        return switch (e.getResponse().getStatus()) {
            case 404 -> Problem.response(ErrorCode.NOT_FOUND, "There is nothing at this address.");
            case 405 -> Problem.response(ErrorCode.METHOD_NOT_ALLOWED, "The address knows other methods.");
            case 406 -> Problem.response(ErrorCode.NOT_ACCEPTABLE, "The format decides the type; accept any.");
            case 415 -> Problem.response(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send no body.");
            case 400, 403, 410, 413, 414, 422 ->
                Problem.response(ErrorCode.INVALID_PARAMETER, "The request cannot be understood.");
            default -> any(e);
        };
    }

    @ServerExceptionMapper
    Response any(Throwable e) {
        String id = UUID.randomUUID().toString();
        LOG.errorf(e, "fault %s", id);
        return Problem.response(ErrorCode.INTERNAL_ERROR, "Something went wrong; quote " + id + ".");
    }
}
