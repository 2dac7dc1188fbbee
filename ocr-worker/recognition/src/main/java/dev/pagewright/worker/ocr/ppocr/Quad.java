package dev.pagewright.worker.ocr.ppocr;

import dev.pagewright.document.BoundingBox;

/**
 * A rectangle at any angle, in pixels: centre, half-axes along and across the text, and the direction of the long
 * axis in radians (0 to the right, positive clockwise on the screen).
 */
record Quad(double centerX, double centerY, double width, double height, double angle) {

    /** The point at {@code along} (0 left to 1 right) and {@code across} (0 top to 1 bottom) of the rectangle: x. */
    double x(double along, double across) {
        return centerX + (along - 0.5) * width * Math.cos(angle) - (across - 0.5) * height * Math.sin(angle);
    }

    /** The same point: y. */
    double y(double along, double across) {
        return centerY + (along - 0.5) * width * Math.sin(angle) + (across - 0.5) * height * Math.cos(angle);
    }

    /** This rectangle with {@code margin} pixels more on each side. */
    Quad expand(double margin) {
        return new Quad(centerX, centerY, width + 2 * margin, height + 2 * margin, angle);
    }

    /** The same area read in the direction turned by half a turn. */
    Quad upsideDown() {
        return new Quad(centerX, centerY, width, height, angle + Math.PI);
    }

    /** The same area read from bottom to top: the sides change their roles. */
    Quad quarterTurnLeft() {
        return new Quad(centerX, centerY, /* width= */ height, /* height= */ width, angle - Math.PI / 2);
    }

    Quad scale(double factorX, double factorY) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double w = Math.hypot(width * cos * factorX, width * sin * factorY);
        double h = Math.hypot(height * sin * factorX, height * cos * factorY);
        return new Quad(centerX * factorX, centerY * factorY, w, h, Math.atan2(sin * factorY, cos * factorX));
    }

    /** Hull of the part between two places along the text, cut to the picture. */
    BoundingBox box(double from, double to, int pictureWidth, int pictureHeight) {
        double left = Math.min(Math.min(x(from, 0), x(to, 0)), Math.min(x(from, 1), x(to, 1)));
        double right = Math.max(Math.max(x(from, 0), x(to, 0)), Math.max(x(from, 1), x(to, 1)));
        double top = Math.min(Math.min(y(from, 0), y(to, 0)), Math.min(y(from, 1), y(to, 1)));
        double bottom = Math.max(Math.max(y(from, 0), y(to, 0)), Math.max(y(from, 1), y(to, 1)));
        return new BoundingBox(left, top, right, bottom).clip(pictureWidth, pictureHeight);
    }

    /** Reading direction in degrees clockwise, 0 to 360. */
    double degrees() {
        double degrees = Math.toDegrees(angle) % 360;
        return degrees < 0 ? degrees + 360 : degrees;
    }
}
