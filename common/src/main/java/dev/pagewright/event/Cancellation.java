package dev.pagewright.event;

/** A job whose pages need not be read any more: it was deleted, or has ended otherwise. Keyed by job. */
public record Cancellation(String jobId) {}
