package dev.pagewright.worker.textlayer;

import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Line;
import java.util.List;

/**
 * What was decided of a text layer.
 *
 * @param reason {@code TEXT_LAYER_TRUSTED}, {@code TEXT_LAYER_UNRELIABLE} or {@code NO_TEXT_LAYER}
 * @param lines those that are to be believed; none where it is not trusted
 */
public record Trust(EngineReason reason, List<Line> lines) {

    public Trust {
        lines = List.copyOf(lines);
    }

    static Trust refused(EngineReason reason) {
        return new Trust(reason, List.of());
    }
}
