package dev.pagewright.gateway.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Puts {@link FirstHead} before the decoder of every connection that a server without TLS accepts. A provider of Vert.x's,
 * because neither it nor Quarkus has a time limit for heads. Behind a native transport it does nothing.
 */
public final class ConnectionDeadlines implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder vertx) {
        if (vertx.findTransport() == null || vertx.findTransport() instanceof JDKTransport) {
            Duration patience = ConfigProvider.getConfig()
                    .getOptionalValue("pagewright.http.first-head", Duration.class)
                    .orElse(Duration.ofSeconds(30));
            vertx.findTransport(new Guarded(patience));
        }
    }

    private static final class Guarded extends JDKTransport {

        private final Duration patience;

        private Guarded(Duration patience) {
            this.patience = patience;
        }

        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
            super.configure(options, domainSocket, bootstrap);
            if (!options.isSsl()) {
                bootstrap.handler(new Accepted(patience));
            }
        }
    }

    /** Sees every connection before Vert.x does. */
    @Sharable
    private static final class Accepted extends ChannelInboundHandlerAdapter {

        private final Duration patience;

        private Accepted(Duration patience) {
            this.patience = patience;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            if (accepted instanceof Channel connection) {
                connection.pipeline().addLast("firstHead", new FirstHead(patience));
            }
            context.fireChannelRead(accepted);
        }
    }
}
