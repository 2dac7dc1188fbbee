package dev.pagewright.gateway.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How answers are written to clients that may not read them. */
@ConfigMapping(prefix = "pagewright.answer")
public interface AnswerSettings {

    /**
     * A client that takes nothing of its answer for so long is disconnected, and the work for it stops: it holds memory
     * and a connection that others need.
     */
    @WithDefault("30s")
    Duration patience();

    /**
     * Bytes of an answer that the system keeps for one connection. Without a bound it keeps megabytes for each client
     * that does not read, and takes a slow one that reads for one that does not, because it reports room by large parts.
     */
    @WithDefault("131072")
    int sendBuffer();
}
