package dev.pagewright.standalone.process;

import java.time.Duration;

/** Judges one run of a program by one look after another. Not thread-safe. */
final class Vigil {

    /** What is to be done about the program now. */
    enum Verdict {
        LEAVE,
        /** It ends already, but at its leisure. */
        HASTEN,
        END
    }

    private final Care care;
    private boolean lived;
    private int dead;
    private int silent;
    private Duration hastened = Duration.ZERO;

    Vigil(Care care) {
        this.care = care;
    }

    /** @param age of the run */
    Verdict look(Pulse pulse, Duration age) {
        lived |= pulse == Pulse.LIVE;
        dead = pulse == Pulse.DEAD ? dead + 1 : 0;
        silent = pulse == Pulse.SILENT ? silent + 1 : 0;
        if (pulse == Pulse.ENDING) {
            return ending(age);
        }
        boolean tooLate = lived ? dead >= care.dead() || silent >= care.silent() : age.compareTo(care.start()) > 0;
        return tooLate ? Verdict.END : Verdict.LEAVE;
    }

    private Verdict ending(Duration age) {
        if (hastened.isZero()) {
            hastened = age.plusNanos(1); // never zero again
            return Verdict.HASTEN;
        }
        return age.minus(hastened).compareTo(care.ending()) > 0 ? Verdict.END : Verdict.LEAVE;
    }
}
