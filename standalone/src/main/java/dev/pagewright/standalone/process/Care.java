package dev.pagewright.standalone.process;

import java.time.Duration;

/**
 * How closely a running program is watched.
 *
 * @param look time between two looks
 * @param start how long it may take from its start to its first sign of life
 * @param dead looks in a row at which it calls itself dead, before it is ended
 * @param silent looks in a row at which it does not answer, before it is ended
 * @param ending how long it may take to end once it was told to
 */
public record Care(Duration look, Duration start, int dead, int silent, Duration ending) {

    /** With five seconds an answer: 40 s of silence, so that a program that was halted for 20 s is left alone. */
    public static final Care OF_SERVICES =
            new Care(Duration.ofSeconds(5), Duration.ofMinutes(2), 3, 4, Duration.ofSeconds(25));

    /** With two seconds an answer: 9 s of silence, because everything waits for it. */
    public static final Care OF_DATABASE =
            new Care(Duration.ofSeconds(1), Duration.ofMinutes(2), 3, 3, Duration.ofSeconds(5));

    public Care {
        if (dead < 1 || silent < 1) {
            throw new IllegalArgumentException("at least one look must have told it");
        }
    }
}
