package dev.pagewright.document;

/** A link annotation: where it lies and where it leads (an absolute http, https or mailto URI). */
public record Link(BoundingBox box, String uri) {}
