package dev.pagewright.worker.source;

import dev.pagewright.document.PageTransform;
import dev.pagewright.document.Unit;
import dev.pagewright.worker.page.PagePicture;

/**
 * A page's picture and where it comes from.
 *
 * @param rotation degrees clockwise by which the file says that the page is to be turned; it is
 * @param toOriginal from the picture's page to the original's space
 */
public record FilePicture(PagePicture picture, Unit unit, int rotation, PageTransform toOriginal) {}
