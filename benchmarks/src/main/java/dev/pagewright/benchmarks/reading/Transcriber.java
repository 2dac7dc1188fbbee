package dev.pagewright.benchmarks.reading;

import java.time.Duration;

/** A program that is measured. Used by several threads at once. */
interface Transcriber {

    /** @return what it reads on the item's page */
    Transcript read(Item item) throws Exception;

    /** Processor time that it has taken until now, of the user and of the system. */
    Duration processorTime();
}
