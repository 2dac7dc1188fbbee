package dev.pagewright.system.hostile;

/** One kind of what a stranger or an account may do, made from a seed: the same seed does the same. */
interface Attack {

    /** What is done, in words. */
    String name();

    /** How many times slower than quiet another account's one-page scan may be meanwhile. */
    default int slowdown() {
        return 3;
    }

    /**
     * Does it once, to its end, in bounded time; asserts what the service must answer.
     *
     * @param seed another one for each call
     */
    void run(Target target, long seed) throws Exception;
}
