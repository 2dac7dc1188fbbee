package dev.pagewright.worker.page.memory;

/** On whose account an open file is read: that of the page which is at work. The thread's that reads the file. */
public final class MemoryGate {

    private PageMemory memory;

    public MemoryGate(PageMemory memory) {
        this.memory = memory;
    }

    public void begin(PageMemory next) {
        memory = next;
    }

    public PageMemory memory() {
        return memory;
    }

    /**
     * So many bytes are read from the file, or from what it unfolds to.
     *
     * @throws HeapFullException where the page has to leave
     */
    public void read(int bytes) {
        memory.read(bytes);
    }
}
