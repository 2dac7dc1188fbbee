package dev.pagewright.worker.queue.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagewright.event.BrokerAccess;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class LaneMembersTest {

    private final AtomicBoolean unknown = new AtomicBoolean();

    @Test
    void aPlaceIsKeptForAMemberThatCannotJoinYet() throws Exception {
        try (var members = new LaneMembers(1, this::join)) {
            LeaseMember first = members.take();
            first.close();
            assertThatThrownBy(() -> first.poll(Duration.ZERO, () -> {})).isInstanceOf(IllegalStateException.class);
            unknown.set(true);

            members.give(first);

            assertThatThrownBy(members::take).isInstanceOf(KafkaException.class);
            unknown.set(false);
            LeaseMember next = members.take();
            assertThat(next).isNotSameAs(first);
            members.give(next);
        }
    }

    /** A client that knows its broker's name, though nobody listens there. */
    private LeaseMember join() {
        if (unknown.get()) {
            throw new KafkaException("no broker's name is known");
        }
        return LeaseMember.join(BrokerAccess.open("127.0.0.1:1"), "lane", "group", Duration.ofMillis(50));
    }
}
