package dev.pagewright.worker.textlayer;

import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Line;
import java.util.List;
import java.util.Map;

/**
 * What was decided of a text layer.
 *
 * @param reason {@code TEXT_LAYER_TRUSTED}, {@code TEXT_LAYER_UNRELIABLE} or {@code NO_TEXT_LAYER}
 * @param lines those that are to be believed; none where it is not trusted
 * @param debug what was measured for it
 */
public record Trust(EngineReason reason, List<Line> lines, Map<String, Double> debug) {

    public Trust {
        lines = List.copyOf(lines);
        debug = Map.copyOf(debug);
    }

    public boolean trusted() {
        return reason == EngineReason.TEXT_LAYER_TRUSTED;
    }
}
