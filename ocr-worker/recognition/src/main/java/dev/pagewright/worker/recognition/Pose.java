package dev.pagewright.worker.recognition;

/** A sheet as it lies to be read, and what was measured of it. */
record Pose(Sheet sheet, Preparation preparation) {}
