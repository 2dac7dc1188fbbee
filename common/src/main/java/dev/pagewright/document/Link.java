package dev.pagewright.document;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A link annotation: where it lies and where it leads.
 *
 * @param uri an absolute http, https or mailto URI ({@link LinkTarget}): there is no link to anything else
 */
public record Link(BoundingBox box, String uri) {

    public Link {
        if (LinkTarget.of(uri).isEmpty()) {
            throw new IllegalArgumentException("a link may not lead there");
        }
    }

    /** Empty where a link may not lead there. */
    public static Optional<Link> of(BoundingBox box, @Nullable String uri) {
        return LinkTarget.of(uri).map(target -> new Link(box, target));
    }
}
