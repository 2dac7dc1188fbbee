package dev.pagewright.gateway.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which no whole head of a request has come in time, however its octets drip. Stands before
 * the HTTP decoder, looks for the empty line that ends a head, and leaves once it has seen it.
 */
final class FirstHead extends ChannelInboundHandlerAdapter {

    private final Duration patience;
    private int lineFeeds;
    private @Nullable Future<?> deadline;

    FirstHead(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        deadline = context.executor().schedule(() -> close(context), patience.toMillis(), TimeUnit.MILLISECONDS);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf octets && endsHead(octets)) {
            cancel();
            context.pipeline().remove(this);
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }

    private boolean endsHead(ByteBuf octets) {
        for (int at = octets.readerIndex(); at < octets.writerIndex(); at++) {
            byte octet = octets.getByte(at);
            lineFeeds = octet == '\n' ? lineFeeds + 1 : octet == '\r' ? lineFeeds : 0;
            if (lineFeeds == 2) {
                return true;
            }
        }
        return false;
    }

    private static void close(ChannelHandlerContext context) {
        Future<?> unused = context.close();
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }
}
