package dev.pagewright.worker.queue.lease;

/** What is done with a leased task. */
@FunctionalInterface
public interface LeasedWork {

    /** Returns at once; the work ends the lease and gives the slot back, in whatever way it ends. */
    void begin(Lease lease, SlotAllocator.Slot slot);
}
