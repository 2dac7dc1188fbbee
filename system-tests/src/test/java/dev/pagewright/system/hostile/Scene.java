package dev.pagewright.system.hostile;

import java.util.Random;

/**
 * An attack told by a name and what it does.
 *
 * @param slowdown see {@link Attack#slowdown}
 */
record Scene(String name, int slowdown, Act act) implements Attack {

    @FunctionalInterface
    interface Act {
        void play(Target target, Random random) throws Exception;
    }

    @Override
    public void run(Target target, long seed) throws Exception {
        act.play(target, new Random(seed));
    }
}
