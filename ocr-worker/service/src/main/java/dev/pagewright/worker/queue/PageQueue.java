package dev.pagewright.worker.queue;

import dev.pagewright.event.BrokerAccess;
import dev.pagewright.event.Topics;
import dev.pagewright.worker.queue.lease.LanePoller;
import dev.pagewright.worker.queue.lease.LaneShare;
import dev.pagewright.worker.queue.lease.LeaseKeeper;
import dev.pagewright.worker.queue.lease.SlotAllocator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** A worker at its lanes, from start to stop. Started once, stopped once. */
public final class PageQueue {

    private static final Logger LOG = Logger.getLogger(PageQueue.class);

    private static final Duration AFTER_CANCEL = Duration.ofSeconds(2);

    private final WorkerSettings settings;
    private final LeaseKeeper keeper = new LeaseKeeper();
    private final WantedJobs jobs = new WantedJobs();
    private final Patience patience;
    private final Watchdog watchdog;
    private final SlotAllocator slots;
    private final CancellationListener cancellations;
    private final List<LanePoller> lanes = new ArrayList<>();

    /** @param end ends the process, because too many of its threads are lost in pages */
    public PageQueue(BrokerAccess access, WorkerParts parts, WorkerSettings settings, Runnable end) {
        this.settings = settings;
        this.patience = new Patience(settings.patience());
        PageThreads threads = new PageThreads(settings.lostThreads(), end);
        this.watchdog = new Watchdog(threads::execute);
        this.cancellations = new CancellationListener(access, jobs);
        int shared = settings.threadsOrCores();
        Map<String, LaneShare> shares = shares(
                settings,
                parts.reader().capabilities().visionModel() != null
                        || parts.translation().available());
        this.slots = new SlotAllocator(shared, shares);
        var runner = new TaskRunner(
                new PageTasks(parts, jobs, threads, watchdog, patience, settings),
                new PassTasks(parts, jobs, patience),
                new TranslationTasks(parts, jobs, patience),
                threads,
                parts,
                patience);
        shares.forEach((lane, share) -> lanes.add(new LanePoller(
                access,
                lane,
                Topics.shareGroup(lane),
                share.most(shared),
                settings.fetchWait(),
                slots,
                keeper,
                runner)));
        parts.meters().leases(keeper::held);
    }

    private static Map<String, LaneShare> shares(WorkerSettings settings, boolean vision) {
        Map<String, LaneShare> shares = new LinkedHashMap<>();
        shares.put(Topics.TASKS_EXPRESS, new LaneShare(settings.expressSlots(), settings.expressWeight()));
        shares.put(Topics.TASKS_STANDARD, new LaneShare(0, settings.standardWeight()));
        shares.put(
                Topics.TASKS_VLM,
                vision ? new LaneShare(settings.visionSlots(), 0) : new LaneShare(0, settings.standardWeight()));
        return shares;
    }

    public void start() {
        keeper.start();
        cancellations.start();
        lanes.forEach(LanePoller::start);
        LOG.infof("takes pages with %d threads", settings.threadsOrCores());
    }

    /**
     * Takes no more pages; those at work may finish in a time, then they are released.
     *
     * @return whether no thread is in a page any more
     */
    public boolean stop() throws InterruptedException {
        patience.stop();
        slots.close();
        for (LanePoller lane : lanes) {
            lane.stopTaking();
        }
        if (!idle(settings.stop())) {
            LOG.infof("releases %d pages that are not finished", keeper.held());
            jobs.cancelAll();
        }
        boolean idle = idle(AFTER_CANCEL);
        keeper.close();
        cancellations.close();
        watchdog.close();
        lanes.forEach(LanePoller::close);
        return idle;
    }

    private boolean idle(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (keeper.held() > 0 && System.nanoTime() - end < 0) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return keeper.held() == 0;
    }
}
