package dev.pagewright.worker.page.memory;

/** Measures the heap of a process, in bytes. Thread-safe. */
public interface HeapGauge {

    /** What pages and all else may keep alive; beyond it the heap could be full before anybody measures again. */
    long most();

    /** What is in use, with what nobody needs any more. Cheap. */
    long filled();

    /** What is in use and needed: collects what is not. Takes as long as a full collection. */
    long live();

    /** What the calling thread has allocated since it started, needed or not. Cheap. */
    long allocated();
}
