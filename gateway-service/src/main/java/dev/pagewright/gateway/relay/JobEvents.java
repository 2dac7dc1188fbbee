package dev.pagewright.gateway.relay;

import dev.pagewright.event.published.PublicEvent;

/** What a job's account, and the public topic, are told of it. */
public final class JobEvents {

    public enum Kind {
        ACCEPTED(PublicEvent.JOB_ACCEPTED),
        STARTED(PublicEvent.JOB_STARTED),
        PROGRESS(PublicEvent.JOB_PROGRESS),
        DONE(PublicEvent.JOB_DONE),
        FAILED(PublicEvent.JOB_FAILED);

        private final PublicEvent told;

        Kind(PublicEvent told) {
            this.told = told;
        }

        PublicEvent told() {
            return told;
        }

        /** Whether the job ends with it. */
        boolean last() {
            return this == DONE || this == FAILED;
        }
    }

    private JobEvents() {}
}
