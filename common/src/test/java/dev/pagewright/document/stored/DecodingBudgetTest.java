package dev.pagewright.document.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagewright.document.Page;
import dev.pagewright.document.testing.LargePages;
import dev.pagewright.document.testing.SamplePages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class DecodingBudgetTest {

    private static final long MEBIBYTE = 1 << 20;

    /** @param opened how often it was asked for */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Stored(byte[] bytes, AtomicInteger opened) implements DecodingBudget.Source {

        Stored(byte[] bytes) {
            this(bytes, new AtomicInteger());
        }

        @Override
        public long storedBytes() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            opened.incrementAndGet();
            return new ByteArrayInputStream(bytes);
        }
    }

    @Test
    void as_many_pages_are_held_as_there_is_room_for() throws Exception {
        Stored page = new Stored(PageCodec.write(LargePages.words(0, 2_000)));
        long room = 30 * page.storedBytes() * 3 + 3 * MEBIBYTE / 16; // three of them
        var budget = new DecodingBudget(room);
        AtomicInteger held = new AtomicInteger();
        List<Integer> most = Collections.synchronizedList(new ArrayList<>());
        Callable<Void> reader = () -> {
            for (int i = 0; i < 20; i++) {
                try (var each = budget.read(page)) {
                    most.add(held.incrementAndGet());
                    assertThat(each.page().blocks()).isNotEmpty();
                    held.decrementAndGet();
                }
            }
            return null;
        };

        try (ExecutorService readers = Executors.newFixedThreadPool(8)) {
            for (Future<Void> done : readers.invokeAll(Collections.nCopies(8, reader))) {
                done.get();
            }
        }

        assertThat(most).hasSize(160).allMatch(count -> count <= 3);
    }

    @Test
    void a_page_larger_than_all_the_room_is_read_alone() throws IOException {
        byte[] page = PageCodec.write(LargePages.words(0, 5_000));
        var budget = new DecodingBudget(MEBIBYTE / 8);

        try (var held = budget.read(new Stored(page))) {
            assertThat(held.page()).isEqualTo(PageCodec.read(page));
        }
        try (var again = budget.read(new Stored(PageCodec.write(SamplePages.article(0))))) {
            assertThat(again.page()).isEqualTo(SamplePages.article(0));
        }
    }

    @Test
    void what_unfolds_more_than_pages_do_is_read_again_alone_or_refused() throws IOException {
        var budget = new DecodingBudget(16 * MEBIBYTE);
        Page repeated = SamplePages.text(0, "x".repeat(4 << 20));
        Stored thick = new Stored(PageCodec.write(repeated));
        Stored bomb =
                new Stored(gzip("{\"version\":1,\"colour\":\"" + "x".repeat((int) PageLimits.STORED_BYTES) + "\"}"));

        try (var held = budget.read(thick)) {
            assertThat(held.page()).isEqualTo(repeated);
        }
        assertThatThrownBy(() -> budget.read(bomb)).isInstanceOf(PageTooLargeException.class);

        assertThat(thick.opened()).hasValue(2);
        assertThat(bomb.opened()).hasValue(2);
    }

    @Test
    void a_page_that_cannot_be_read_or_is_closed_twice_leaves_the_room_as_it_was() throws IOException {
        Stored whole = new Stored(PageCodec.write(LargePages.words(0, 5_000)));
        var budget = new DecodingBudget(MEBIBYTE);
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> budget.read(new Stored(new byte[] {1, 2, 3})))
                    .isInstanceOf(IOException.class);
            var held = budget.read(whole);
            held.close();
            held.close();
        }

        try (var held = budget.read(whole)) { // it takes all the room, which must be there
            assertThat(held.page().blocks()).isNotEmpty();
        }
    }

    private static byte[] gzip(String json) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(json.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
