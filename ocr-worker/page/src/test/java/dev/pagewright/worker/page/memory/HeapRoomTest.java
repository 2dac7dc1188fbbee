package dev.pagewright.worker.page.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HeapRoomTest {

    private static final long MEBIBYTE = 1 << 20;

    private long live = 100 * MEBIBYTE;
    private long garbage;
    private long allocated;
    private int collections;

    private final HeapRoom room = new HeapRoom(new HeapGauge() {
        @Override
        public long most() {
            return 500 * MEBIBYTE;
        }

        @Override
        public long filled() {
            return live + garbage;
        }

        @Override
        public long live() {
            collections++;
            garbage = 0;
            return live;
        }

        @Override
        public long allocated() {
            return allocated;
        }
    });

    private final PageMemory page = room.begin();

    @Test
    void aPageThatHasTakenLittleGoesOnWhoeverHasFilledTheHeap() {
        live = 600 * MEBIBYTE;
        allocated = 10 * MEBIBYTE;
        assertThatCode(page::require).doesNotThrowAnyException();
        assertThat(collections).isZero();
    }

    @Test
    void aPageThatHasTakenMuchLeavesWhereWhatIsNeededFillsTheHeap() {
        live = 600 * MEBIBYTE;
        allocated = 200 * MEBIBYTE;
        assertThatThrownBy(page::require).isInstanceOf(HeapFullException.class);
        live = 0;
        assertThatThrownBy(page::require).as("from now on").isInstanceOf(HeapFullException.class);
        assertThat(page.full()).isTrue();
    }

    @Test
    void whatNobodyNeedsIsCollectedBeforeAPageHasToLeave() {
        garbage = 600 * MEBIBYTE;
        allocated = 700 * MEBIBYTE;
        assertThatCode(page::require).doesNotThrowAnyException();
        assertThatCode(page::require).doesNotThrowAnyException();
        assertThat(collections).isOne();
    }

    @Test
    void whatIsKeptForSpeedAloneIsGivenBackBeforeAPageHasToLeave() {
        live = 600 * MEBIBYTE;
        allocated = 200 * MEBIBYTE;
        room.relievedBy(() -> live = 100 * MEBIBYTE);
        assertThatCode(page::require).doesNotThrowAnyException();
    }

    @Test
    void readingAsksOnceInAWhile() {
        live = 600 * MEBIBYTE;
        allocated = 200 * MEBIBYTE;
        assertThatThrownBy(() -> {
                    for (int i = 0; i < MEBIBYTE; i++) {
                        page.read(1);
                    }
                })
                .isInstanceOf(HeapFullException.class);
    }

    @Test
    void whatIsAnnouncedCountsUntilItIsWithdrawnOrThePageEnds() {
        PageMemory other = room.begin();
        long announced = page.announce(300 * MEBIBYTE);
        assertThatThrownBy(() -> other.announce(200 * MEBIBYTE)).isInstanceOf(HeapFullException.class);
        page.withdraw(announced);
        PageMemory third = room.begin();
        assertThatCode(() -> third.announce(200 * MEBIBYTE)).doesNotThrowAnyException();
        third.close();
        assertThatCode(() -> page.announce(300 * MEBIBYTE)).doesNotThrowAnyException();
    }
}
