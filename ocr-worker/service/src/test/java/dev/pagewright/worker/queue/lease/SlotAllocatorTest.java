package dev.pagewright.worker.queue.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlotAllocatorTest {

    @Test
    void oneLaneAloneGetsEverySharedSlot() {
        var slots = new SlotAllocator(3, Map.of("a", new LaneShare(0, 2), "b", new LaneShare(0, 1)));

        assertThat(slots.tryTake("b")).isNotNull();
        assertThat(slots.tryTake("b")).isNotNull();
        assertThat(slots.tryTake("b")).isNotNull();
        assertThat(slots.tryTake("b")).isNull();
    }

    @Test
    void lanesThatWantThemAllGetThemByWeight() {
        var slots = new SlotAllocator(2, Map.of("a", new LaneShare(0, 2), "b", new LaneShare(0, 1)));

        Map<String, Integer> served = serve(slots, List.of("b", "a"), 300);

        assertThat(served.get("a")).isBetween(198, 202);
        assertThat(served.get("b")).isBetween(98, 102);
    }

    @Test
    void aLaneThatHadNoWorkDoesNotSaveUpTurns() {
        var slots = new SlotAllocator(1, Map.of("a", new LaneShare(0, 1), "b", new LaneShare(0, 1)));
        serve(slots, List.of("a"), 100);

        Map<String, Integer> served = serve(slots, List.of("b", "a"), 20);

        assertThat(served.get("a")).isBetween(9, 11);
    }

    @Test
    void aLanesOwnSlotIsThereWhenOthersHaveTheRest() {
        var slots = new SlotAllocator(1, Map.of("a", new LaneShare(1, 1), "b", new LaneShare(0, 1)));
        assertThat(slots.tryTake("b")).isNotNull();

        assertThat(slots.tryTake("a")).isNotNull();
        assertThat(slots.tryTake("a")).isNull();
        assertThat(slots.tryTake("b")).isNull();
    }

    @Test
    void aLaneWithoutWeightStaysOnItsOwn() {
        var slots = new SlotAllocator(2, Map.of("vision", new LaneShare(1, 0), "b", new LaneShare(0, 1)));

        assertThat(slots.tryTake("vision")).isNotNull();
        assertThat(slots.tryTake("vision")).isNull();
        assertThat(slots.tryTake("b")).isNotNull();
    }

    @Test
    void aSlotGivenBackTwiceIsOneSlot() {
        var slots = new SlotAllocator(1, Map.of("a", new LaneShare(0, 1)));
        SlotAllocator.Slot slot = take(slots, "a");
        slot.close();
        slot.close();

        assertThat(slots.tryTake("a")).isNotNull();
        assertThat(slots.tryTake("a")).isNull();
    }

    @Test
    void closingEndsTheWait() throws InterruptedException {
        var slots = new SlotAllocator(1, Map.of("a", new LaneShare(0, 1)));
        take(slots, "a");
        slots.close();

        assertThat(slots.awaitFree("a", Duration.ofMinutes(1))).isFalse();
        assertThat(slots.take("a", Duration.ofMinutes(1))).isNull();
    }

    /** Every lane always wants one more; the page that began first ends first. */
    private static Map<String, Integer> serve(SlotAllocator slots, List<String> lanes, int pages) {
        Map<String, Integer> served = new HashMap<>();
        Deque<SlotAllocator.Slot> atWork = new ArrayDeque<>();
        for (int done = 0; done < pages; ) {
            boolean given = false;
            for (String lane : lanes) {
                SlotAllocator.Slot slot = slots.tryTake(lane);
                if (slot != null) {
                    atWork.add(slot);
                    served.merge(lane, 1, Integer::sum);
                    given = true;
                    done++;
                }
            }
            if (!given) {
                atWork.remove().close();
            }
        }
        atWork.forEach(SlotAllocator.Slot::close);
        return served;
    }

    private static SlotAllocator.Slot take(SlotAllocator slots, String lane) {
        SlotAllocator.Slot slot = slots.tryTake(lane);
        assertThat(slot).isNotNull();
        return java.util.Objects.requireNonNull(slot);
    }
}
