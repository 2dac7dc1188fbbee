package dev.pagewright.export.pdf;

import dev.pagewright.document.PageTransform;

/** From the original's space to the upright page: the inverse of {@link PageTransform}. */
final class Upright {

    private Upright() {}

    /** @return the identity where the map has no inverse, which no reader writes */
    static PageTransform of(PageTransform map) {
        double determinant = map.a() * map.d() - map.b() * map.c();
        if (Math.abs(determinant) < 1e-12) {
            return PageTransform.IDENTITY;
        }
        double a = map.d() / determinant;
        double b = -map.b() / determinant;
        double c = -map.c() / determinant;
        double d = map.a() / determinant;
        return new PageTransform(a, b, c, d, -(a * map.e() + c * map.f()), -(b * map.e() + d * map.f()));
    }
}
