package dev.pagewright.gateway.ledger;

import java.util.ArrayList;
import java.util.List;

/** What must be true of an account. */
final class LedgerModel {

    enum State {
        UNREAD,
        READ,
        FAILED
    }

    static final class Job {

        final String id;
        final long price;
        final List<State> pages = new ArrayList<>();
        boolean finished;

        Job(String id, int pages, long price) {
            this.id = id;
            this.price = price;
            for (int i = 0; i < pages; i++) {
                this.pages.add(State.UNREAD);
            }
        }

        boolean ended() {
            return !finished && !pages.contains(State.UNREAD);
        }

        long count(State state) {
            return pages.stream().filter(state::equals).count();
        }
    }

    final List<Job> jobs = new ArrayList<>();
    long granted;
    long balance;
    long deletedPages;

    void grant(long amount) {
        granted += amount;
        balance += amount;
    }

    boolean submit(String id, int pages, long price) {
        if (balance < price * pages) {
            return false;
        }
        balance -= price * pages;
        jobs.add(new Job(id, pages, price));
        return true;
    }

    void read(Job job, int page, boolean byModel) {
        if (job.pages.get(page) == State.UNREAD) {
            balance += job.price - (byModel ? job.price : Math.min(job.price, 1_000));
            job.pages.set(page, State.READ);
        }
    }

    void fail(Job job, int page) {
        if (job.pages.get(page) == State.UNREAD) {
            balance += job.price;
            job.pages.set(page, State.FAILED);
        }
    }

    void finish(Job job) {
        job.finished = true;
    }

    /** @return whether it is admitted; one that has nothing to read is */
    boolean retry(Job job) {
        long cost = job.price * job.count(State.FAILED);
        if (!job.finished || cost == 0) {
            return true;
        }
        if (balance < cost) {
            return false;
        }
        balance -= cost;
        job.pages.replaceAll(state -> state == State.FAILED ? State.UNREAD : state);
        job.finished = false;
        return true;
    }

    void delete(Job job) {
        balance += job.price * job.count(State.UNREAD);
        deletedPages += job.count(State.READ);
        jobs.remove(job);
    }

    long reserved() {
        return jobs.stream()
                .mapToLong(job -> job.price * job.count(State.UNREAD))
                .sum();
    }

    /** Reserved today and not given back. */
    long pages() {
        return deletedPages
                + jobs.stream()
                        .mapToLong(job -> job.count(State.UNREAD) + job.count(State.READ))
                        .sum();
    }
}
