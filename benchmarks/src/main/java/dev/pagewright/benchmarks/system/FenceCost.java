package dev.pagewright.benchmarks.system;

import dev.pagewright.fence.Fence;
import dev.pagewright.fence.FenceMode;
import dev.pagewright.fence.FencedProcess;
import dev.pagewright.fence.JavaReach;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a fence adds to the start of a process: a program that does nothing, and a Java that says its version, started
 * with and without one in turn. Prints medians in milliseconds from the start to the end.
 */
final class FenceCost {

    private static final int ROUNDS = 30;

    private FenceCost() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Fence fence = Fence.of(FenceMode.REQUIRED);
        Fence none = Fence.of(FenceMode.OFF);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        for (List<String> command : List.of(List.of("/bin/true"), List.of(java, "-version"))) {
            List<Double> inside = new ArrayList<>();
            List<Double> outside = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                outside.add(milliseconds(none, command));
                inside.add(milliseconds(fence, command));
            }
            System.out.printf("%s: fenced %.1f ms, not %.1f ms%n", command, median(inside), median(outside));
        }
    }

    private static double milliseconds(Fence fence, List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        long start = System.nanoTime();
        FencedProcess process = fence.start(builder, JavaReach.of(""));
        int exit = process.exitCode();
        if (exit != 0) {
            throw new IOException("it ended with " + exit);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
