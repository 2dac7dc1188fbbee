package dev.pagewright.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagewright.blob.BlobKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a job has, its tasks and outcomes fit in a record of the broker. */
class EventSizeTest {

    private static final String JOB = "0123456789abcdef0123456789abcdef";
    private static final String ACCOUNT = "fedcba9876543210fedcba9876543210";
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    /** What a topic takes, and a producer by default, less what headers and framing need. */
    private static final int RECORD = (1 << 20) - 4_096;

    /** The longest attempt and revision that a job of years may come to. */
    private static final int GREAT = 999_999;

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 3_999, 4_000, 5_000, 10_000, 20_000})
    void a_job_of_so_many_pages_fits(int pages) throws IOException {
        List<@Nullable String> keys = new ArrayList<>(keys(pages, index -> BlobKeys.page(ACCOUNT, JOB, index, GREAT)));
        keys.set(pages / 2, null); // a page that failed
        assertFits(new WorkerTask.Assemble(JOB, ACCOUNT, GREAT, TRACE, GREAT, keys), WorkerTask.class);
        assertFits(new WorkerTask.Translate(JOB, ACCOUNT, GREAT, TRACE, GREAT, "zh-Hant", keys), WorkerTask.class);
        assertFits(
                new PageOutcome.Assembled(
                        JOB,
                        GREAT,
                        GREAT,
                        byIndex(pages, index -> BlobKeys.assembledPage(ACCOUNT, JOB, index, GREAT)),
                        "en"),
                PageOutcome.class);
        assertFits(
                new PageOutcome.Translated(
                        JOB,
                        GREAT,
                        GREAT,
                        byIndex(pages, index -> BlobKeys.translatedPage(ACCOUNT, JOB, index, GREAT)),
                        IntStream.range(0, pages).boxed().toList()),
                PageOutcome.class);
    }

    /** Languages, passwords and names as long as a submission takes them. */
    @Test
    void a_page_with_the_longest_options_fits() throws IOException {
        assertFits(
                new WorkerTask.ReadPage(
                        JOB,
                        ACCOUNT,
                        GREAT,
                        TRACE,
                        9_999,
                        10_000,
                        new Original(
                                BlobKeys.original(ACCOUNT, "f".repeat(64)),
                                "application/pdf",
                                Long.MAX_VALUE,
                                "s".repeat(4_096)),
                        new TaskOptions("vlm", "chi_tra_vert+".repeat(100) + "eng", "force")),
                WorkerTask.class);
    }

    @Test
    void keys_of_several_folders_are_written_whole() throws IOException {
        List<@Nullable String> keys = new ArrayList<>(keys(5_000, index -> BlobKeys.page(ACCOUNT, JOB, index, 1)));
        keys.set(7, BlobKeys.page(ACCOUNT, "a".repeat(32), 7, 1));
        var task = new WorkerTask.Assemble(JOB, ACCOUNT, 1, null, 1, keys);

        assertThat(EventJson.read(EventJson.write(task), WorkerTask.class)).isEqualTo(task);
    }

    @Property(tries = 200)
    void what_is_written_is_read(@ForAll("lists") List<@Nullable String> keys) throws IOException {
        var task = new WorkerTask.Assemble(JOB, ACCOUNT, 1, null, 1, keys);

        assertThat(EventJson.read(EventJson.write(task), WorkerTask.class)).isEqualTo(task);
    }

    @Provide
    Arbitrary<List<@Nullable String>> lists() {
        Arbitrary<String> key = Arbitraries.of("a/b/", "a/", "a/b/c/", "").flatMap(folder -> Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(5)
                .map(name -> folder + name));
        Arbitrary<List<@Nullable String>> few = key.injectNull(0.2).list().ofMaxSize(50);
        Arbitrary<List<@Nullable String>> many = Arbitraries.integers()
                .between(4_000, 4_100)
                .flatMap(size -> key.injectNull(0.01).map(one -> {
                    List<@Nullable String> all = new ArrayList<>(keys(size, index -> "x/y/" + index));
                    all.set(size / 3, one);
                    return all;
                }));
        return Arbitraries.oneOf(few, few, few, many);
    }

    /** What is no list of keys is no task, and says so. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"in\":\"a/\"}",
                "{\"in\":\"a/\",\"names\":{}}",
                "{\"in\":\"a/\",\"names\":[1]}",
                "7",
                "\"a\"",
                "[[]]",
                "[{}]",
                "[3]",
                "true"
            })
    void what_is_no_list_of_keys_is_refused(String keys) {
        String task =
                "{\"type\":\"assemble\",\"jobId\":\"%s\",\"accountId\":\"%s\",\"attempt\":1,\"revision\":1,\"pageKeys\":%s}"
                        .formatted(JOB, ACCOUNT, keys);

        assertThatThrownBy(() -> EventJson.read(task.getBytes(StandardCharsets.UTF_8), WorkerTask.class))
                .isInstanceOf(IOException.class);
    }

    /** An outcome that lacks what it must say is none, before anybody stumbles over it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"started\",\"attempt\":1,\"pageIndex\":0}",
                "{\"type\":\"failed\",\"jobId\":\"j\",\"attempt\":1,\"pageIndex\":0,\"detail\":\"d\"}",
                "{\"type\":\"failed\",\"jobId\":\"j\",\"attempt\":1,\"pageIndex\":0,\"code\":\"c\"}",
                "{\"type\":\"read\",\"jobId\":\"j\",\"attempt\":1,\"pageIndex\":0}",
                "{\"type\":\"read\",\"jobId\":\"j\",\"attempt\":1,\"pageIndex\":0,\"documentKey\":\"k\",\"engine\":\"e\",\"reason\":\"r\"}",
                "{\"type\":\"read\",\"jobId\":\"j\",\"attempt\":1,\"pageIndex\":0,\"documentKey\":\"k\",\"engine\":\"e\",\"reason\":\"r\",\"engines\":[null]}",
                "{\"type\":\"assembled\",\"jobId\":\"j\",\"attempt\":1,\"revision\":1}",
                "{\"type\":\"assembled\",\"jobId\":\"j\",\"attempt\":1,\"revision\":1,\"changedPages\":{\"0\":null}}",
                "{\"type\":\"assembled\",\"jobId\":\"j\",\"attempt\":1,\"revision\":1,\"changedPages\":{\"x\":\"k\"}}",
                "{\"type\":\"assembled\",\"jobId\":\"j\",\"attempt\":1,\"revision\":1,\"changedPages\":[\"k\"]}",
                "{\"type\":\"translated\",\"jobId\":\"j\",\"attempt\":1,\"revision\":1,\"documents\":{}}",
                "{\"type\":\"translated\",\"jobId\":\"j\",\"attempt\":1,\"revision\":1,\"documents\":{},\"translated\":[null]}",
                "{}",
                "null",
                "[]"
            })
    void an_outcome_that_lacks_something_is_refused(String outcome) {
        assertThatThrownBy(() -> EventJson.read(outcome.getBytes(StandardCharsets.UTF_8), PageOutcome.class))
                .isInstanceOf(IOException.class);
    }

    private static <T> void assertFits(T event, Class<T> type) throws IOException {
        byte[] json = EventJson.write(event);

        assertThat(json.length).isLessThan(RECORD);
        assertThat(EventJson.read(json, type)).isEqualTo(event);
    }

    private static List<String> keys(int pages, IntFunction<String> key) {
        return IntStream.range(0, pages).mapToObj(key).toList();
    }

    private static Map<Integer, String> byIndex(int pages, IntFunction<String> key) {
        Map<Integer, String> keys = new TreeMap<>();
        IntStream.range(0, pages).forEach(index -> keys.put(index, key.apply(index)));
        return keys;
    }
}
