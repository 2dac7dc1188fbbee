package dev.pagewright.gateway.updates;

/** A job is gone, on whichever replica it was deleted. Every replica hears it. */
public record JobDeleted(String jobId) {}
