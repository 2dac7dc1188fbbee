package dev.pagewright.standalone.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a system is to run.
 *
 * @param home where the built programs lie
 * @param host address that the gateway listens on
 * @param port of the gateway
 * @param workers pages that are read at once
 * @param idle after so long without a request or an unfinished job it stops by itself
 */
public record SystemSettings(
        DataFolder folder, Path home, String host, int port, int workers, Optional<Duration> idle) {}
