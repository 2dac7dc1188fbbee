package dev.pagewright.worker.page;

import dev.pagewright.document.Engine;
import dev.pagewright.document.EngineReason;
import dev.pagewright.document.PageStep;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was recognised in a picture. All coordinates are in the page's unit, on the page as its text stands upright.
 *
 * @param turn degrees clockwise (0, 90, 180, 270) by which the picture was turned so that its text stands upright
 * @param content lines with words, rules and pictures; its width and height are the upright page's
 * @param layout blocks where the reader itself gave the structure; null: layout analysis finds it in the content
 * @param engine what read most of the words
 * @param engines all that took part
 * @param reason why it was read this way, where recognition knows ({@code LOW_CONFIDENCE}, {@code VLM_...}); null: for
 *     the reason that it was given a picture at all
 * @param language ISO 639 code of the text, null where there is none or it is unknown
 * @param unread share of the ink in the shape of letters that stands in no word where too little of it was read, else 0
 * @param faults what steps threw that another way stood in for
 * @param debug what each step measured, names in snake_case, times in milliseconds
 */
public record Recognition(
        int turn,
        PageContent content,
        @Nullable Layout layout,
        Engine engine,
        Set<Engine> engines,
        @Nullable EngineReason reason,
        @Nullable String language,
        double unread,
        Map<PageStep, Throwable> faults,
        Map<String, Double> debug) {

    public Recognition {
        if (turn % 90 != 0 || turn < 0 || turn > 270) {
            throw new IllegalArgumentException("not a quarter turn: " + turn);
        }
        engines = Set.copyOf(engines);
        faults = Map.copyOf(faults);
        debug = Map.copyOf(debug);
    }

    /** A recognition on whose way nothing failed. */
    public Recognition(
            int turn,
            PageContent content,
            @Nullable Layout layout,
            Engine engine,
            Set<Engine> engines,
            @Nullable EngineReason reason,
            @Nullable String language,
            Map<String, Double> debug) {
        this(turn, content, layout, engine, engines, reason, language, 0, Map.of(), debug);
    }

    /** The same with what else was thrown. */
    public Recognition with(Map<PageStep, Throwable> moreFaults) {
        Map<PageStep, Throwable> all = new HashMap<>(moreFaults);
        all.putAll(faults);
        return new Recognition(turn, content, layout, engine, engines, reason, language, unread, all, debug);
    }
}
