package dev.pagewright.gateway.job;

/**
 * A page among all.
 *
 * @param index 0-based, within the job
 */
public record PageKey(String jobId, int index) {}
