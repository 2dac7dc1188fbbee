package dev.pagewright.gateway.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/** Bounds what the system keeps of answers that are not read. */
@ApplicationScoped
class SendBuffers implements HttpServerOptionsCustomizer {

    private final AnswerSettings settings;

    SendBuffers(AnswerSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setSendBufferSize(settings.sendBuffer());
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setSendBufferSize(settings.sendBuffer());
    }
}
