package dev.pagewright.export.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.export.format.ExportRefusedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BuildSlotsTest {

    @Test
    void aBuildOverTheBoundIsRefusedOnceItHasWaited() throws Exception {
        var slots = new BuildSlots(1, Duration.ofMillis(20));
        try (BuildSlots.Slot held = slots.take()) {
            assertThat(held).isNotNull();
            assertThatThrownBy(slots::take)
                    .isInstanceOfSatisfying(ExportRefusedException.class, refused -> assertThat(refused.code())
                            .isEqualTo(ErrorCode.OVERLOADED));
        }
    }

    @Test
    void aTurnThatEndsIsTheNextOnes() throws Exception {
        var slots = new BuildSlots(1, Duration.ofSeconds(20));
        slots.take().close();

        try (BuildSlots.Slot next = slots.take()) {
            assertThat(next).isNotNull();
        }
    }
}
