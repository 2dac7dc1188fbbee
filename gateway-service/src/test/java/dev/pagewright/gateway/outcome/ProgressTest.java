package dev.pagewright.gateway.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.blob.BlobKeys;
import dev.pagewright.event.PageOutcome;
import dev.pagewright.gateway.job.Job;
import dev.pagewright.gateway.job.JobPhase;
import dev.pagewright.gateway.job.JobStatus;
import dev.pagewright.gateway.job.Page;
import dev.pagewright.gateway.job.PageKey;
import dev.pagewright.gateway.job.PageStatus;
import dev.pagewright.gateway.ledger.Prices;
import dev.pagewright.gateway.queue.Lane;
import dev.pagewright.gateway.queue.NewJob;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Random lives of a job, without a database: pages are sent, lost, read, failed, retried; passes are made, lost and given
 * up; every outcome may come again at any later time. No step throws, whatever comes when; what each leads to is a step of
 * the tables; each page is charged or given back once a round.
 */
class ProgressTest {

    private static final String ACCOUNT = "a".repeat(32);
    private static final String JOB = "b".repeat(32);
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

    enum Kind {
        SEND,
        LOSE,
        READ,
        FAIL,
        PASS,
        TRANSLATE,
        LOSE_PASS,
        GIVE_UP,
        RETRY,
        AGAIN
    }

    /** @param choice which page, or which earlier outcome */
    record Step(Kind kind, int choice) {}

    private record Costs(BigDecimal cpu, BigDecimal vlm, BigDecimal translation) implements Prices {}

    private static final Prices PRICES = new Costs(BigDecimal.ONE, BigDecimal.valueOf(5), BigDecimal.TWO);

    @Property(tries = 2_000)
    void whatever_comes_when(
            @ForAll("lives") List<Step> steps, @ForAll("sizes") int pages, @ForAll boolean translated) {
        new Life(pages, translated).live(steps);
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.integers().between(1, 4);
    }

    @Provide
    Arbitrary<List<Step>> lives() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class), Arbitraries.integers().between(0, 99))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(80);
    }

    private static final class Life {

        private final Job job;
        private final Map<PageKey, Page> pages = new HashMap<>();
        private final LockedJobs held;
        private final List<PageOutcome> sent = new ArrayList<>();
        private final Map<String, String> ended = new HashMap<>();

        Life(int size, boolean translated) {
            job = new Job(submitted(size, translated), NOW);
            for (int index = 0; index < size; index++) {
                Page page = new Page(job, index, index + 1);
                pages.put(page.key(), page);
            }
            held = new LockedJobs(Map.of(JOB, job), pages, Set.of(ACCOUNT));
        }

        void live(List<Step> steps) {
            for (Step step : steps) {
                JobStatus status = job.status();
                JobPhase phase = job.phase();
                Map<PageKey, PageStatus> before = new HashMap<>();
                pages.forEach((key, page) -> before.put(key, page.status()));

                Progress progress = new Progress(held, PRICES, NOW);
                act(progress, step);

                progress.settlements().forEach(one -> ended(one.page(), "charged"));
                progress.refunds().forEach(one -> ended(one.page(), "given back"));
                check(step, status, phase, before);
            }
        }

        /** A page is charged or given back once a round of reading; a charge that comes again is the ledger's to ignore. */
        private void ended(Page page, String how) {
            String before = ended.put(page.index() + " in round " + page.round(), how);
            assertThat(before == null || (before.equals(how) && how.equals("charged")))
                    .as("%s after %s", how, before)
                    .isTrue();
        }

        private void act(Progress progress, Step step) {
            Page page = Objects.requireNonNull(pages.get(new PageKey(JOB, step.choice() % pages.size())));
            switch (step.kind()) {
                case SEND -> {
                    if (page.status() == PageStatus.QUEUED) {
                        page.released(NOW);
                    }
                }
                case LOSE -> {
                    if (page.status() == PageStatus.RELEASED) {
                        page.lost();
                    }
                }
                case READ -> {
                    if (page.sendings() > 0) {
                        hear(progress, read(page));
                    }
                }
                case FAIL -> {
                    if (page.sendings() > 0) {
                        hear(progress, new PageOutcome.Failed(JOB, page.attempt(), page.index(), "page_corrupt", ""));
                    }
                }
                case PASS -> hear(progress, new PageOutcome.Assembled(JOB, 1, job.revision() + 1, changed(), "en"));
                case TRANSLATE ->
                    hear(progress, new PageOutcome.Translated(JOB, 1, job.revision(), Map.of(), List.of()));
                case LOSE_PASS -> {
                    if (passing()) {
                        progress.sendAgain(job);
                    }
                }
                case GIVE_UP -> {
                    if (passing()) {
                        progress.giveUp(job);
                    }
                }
                case RETRY -> retry();
                case AGAIN -> {
                    if (!sent.isEmpty()) {
                        progress.apply(sent.get(step.choice() % sent.size()));
                    }
                }
            }
        }

        private void hear(Progress progress, PageOutcome outcome) {
            progress.apply(outcome);
            sent.add(outcome);
        }

        private boolean passing() {
            return job.phase() == JobPhase.ASSEMBLE || job.phase() == JobPhase.TRANSLATE;
        }

        private void retry() {
            List<Page> failed = pages.values().stream()
                    .filter(page -> page.status() == PageStatus.FAILED)
                    .toList();
            if (job.status().ended() && !failed.isEmpty()) {
                failed.forEach(page -> page.retried(false));
                job.retried(0);
            }
        }

        private Map<Integer, String> changed() {
            return Map.of(0, BlobKeys.assembledPage(ACCOUNT, JOB, 0, job.revision() + 1));
        }

        private void check(Step step, JobStatus status, JobPhase phase, Map<PageKey, PageStatus> before) {
            assertThat(job.status() == status || status.next().contains(job.status()) || skipsProcessing(status))
                    .as("%s: %s after %s", step, job.status(), status)
                    .isTrue();
            assertThat(job.phase() == phase || phase.next().contains(job.phase()))
                    .as("%s: %s after %s", step, job.phase(), phase)
                    .isTrue();
            assertThat(count(PageStatus.DONE)).as("%s", step).isEqualTo(job.pagesDone());
            assertThat(count(PageStatus.FAILED)).as("%s", step).isEqualTo(job.pagesFailed());
            assertThat(job.phase() == JobPhase.READ).as("%s", step).isEqualTo(job.pagesLeft() > 0);
            assertThat(job.status().ended()).as("%s", step).isEqualTo(job.phase() == JobPhase.ENDED);
            assertThat(job.status() == JobStatus.DONE)
                    .as("%s", step)
                    .isEqualTo(job.phase() == JobPhase.ENDED && job.pagesDone() > 0);
            pages.forEach((key, page) -> {
                PageStatus was = Objects.requireNonNull(before.get(key));
                assertThat(page.status() == was || was.next().contains(page.status()))
                        .as("%s: %s after %s", step, page.status(), was)
                        .isTrue();
            });
            if (job.status() == JobStatus.DONE) {
                pages.values().stream().filter(Page::wasRead).forEach(page -> assertThat(ended)
                        .containsKey(page.index() + " in round " + page.round()));
            }
        }

        /** The first outcome of a job of one page starts and ends it. */
        private boolean skipsProcessing(JobStatus before) {
            return before == JobStatus.PENDING && job.status() == JobStatus.FAILED && pages.size() == 1;
        }

        private long count(PageStatus status) {
            return pages.values().stream()
                    .filter(page -> page.status() == status)
                    .count();
        }
    }

    private static PageOutcome.Read read(Page page) {
        return new PageOutcome.Read(
                JOB,
                page.attempt(),
                page.index(),
                BlobKeys.page(ACCOUNT, JOB, page.index(), page.attempt()),
                "tesseract",
                List.of("tesseract"),
                "no_text_layer",
                "en",
                0.9,
                3,
                0,
                10);
    }

    private static NewJob submitted(int pages, boolean translated) {
        return new NewJob(
                JOB,
                ACCOUNT,
                "a.pdf",
                "c".repeat(64),
                "key",
                "application/pdf",
                100,
                pages,
                IntStream.rangeClosed(1, pages).boxed().toList(),
                "cpu",
                "auto",
                "auto",
                null,
                translated ? "fr" : null,
                null,
                null,
                null,
                null,
                Lane.EXPRESS,
                0,
                0,
                null);
    }
}
