package dev.pagewright.standalone.command;

import dev.pagewright.standalone.system.CannotStartException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stands in the help alone: the script runs the tests by itself, before there is a program to ask. */
@Command(
        name = "test",
        description = "Runs the tests of this checkout; ./pagewright test --help tells which there are.")
final class TestCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        throw new CannotStartException("Tests run from a checkout: ./pagewright test.");
    }
}
