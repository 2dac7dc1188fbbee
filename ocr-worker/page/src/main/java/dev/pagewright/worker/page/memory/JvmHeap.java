package dev.pagewright.worker.page.memory;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;

/** This virtual machine's heap: the space of what has lived for some time, which is where a heap ends. */
public final class JvmHeap implements HeapGauge {

    /** Of that space; the rest is room for what is allocated between two measurements. */
    private static final double OF_OLD = 0.8;

    /** Of the whole heap, where the old space may be all of it (G1). */
    private static final double OF_HEAP = 0.6;

    private final MemoryPoolMXBean old = old();
    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long most;

    public JvmHeap() {
        long heap = Runtime.getRuntime().maxMemory();
        long space = old.getUsage().getMax();
        most = (long) Math.min(OF_HEAP * heap, OF_OLD * (space > 0 ? space : heap));
    }

    /** By its name, as all collectors have it; else the largest. */
    private static MemoryPoolMXBean old() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .max(Comparator.<MemoryPoolMXBean, Boolean>comparing(
                                pool -> pool.getName().matches(".*(Old|Tenured).*"))
                        .thenComparingLong(pool -> pool.getUsage().getMax()))
                .orElseThrow();
    }

    @Override
    public long most() {
        return most;
    }

    @Override
    public long filled() {
        return old.getUsage().getUsed();
    }

    @Override
    public long live() {
        System.gc();
        return filled();
    }

    @Override
    public long allocated() {
        return threads.getCurrentThreadAllocatedBytes();
    }
}
