package dev.pagewright.worker.vision;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.pagewright.document.Engine;
import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Line;
import dev.pagewright.worker.model.ModelAnswer;
import dev.pagewright.worker.model.ModelClient;
import dev.pagewright.worker.model.ModelFailedException;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.PageContent;
import dev.pagewright.worker.page.PagePicture;
import dev.pagewright.worker.page.Recognition;
import dev.pagewright.worker.vision.answer.AnswerParser;
import dev.pagewright.worker.vision.grounding.Grounded;
import dev.pagewright.worker.vision.grounding.Grounding;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Asks the endpoint for a page that was already seen otherwise, by local engines or in its text layer, and answers with
 * what it says where the page bears it out; with what was seen, and why, where not. Thread-safe.
 */
public final class VisionReading implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(VisionReading.class);

    /** More of the answer's letters than this may not stand nowhere on the page. */
    private static final double MOST_INVENTED = 0.25;
    /** More of the page's confident lines than this may not be missing from the answer. */
    private static final double MOST_MISSED = 0.5;

    private static final int FEWEST_LETTERS = 40;
    private static final List<Double> TEMPERATURES = List.of(0.0, 0.4);

    private final ModelClient model;
    private final PromptProfile profile;
    private final int side;

    public VisionReading(VisionSettings settings) {
        this(new ModelClient(settings.model()), settings);
    }

    VisionReading(ModelClient model, VisionSettings settings) {
        this.model = model;
        this.profile = settings.profile();
        this.side = settings.side();
    }

    public String modelName() {
        return model.name();
    }

    /** @param seen of the same picture; its words are what the answer is held against */
    public Recognition read(PagePicture picture, Recognition seen, Deadline deadline) {
        long start = System.nanoTime();
        // an answer that took long to be wrong leaves no time for another one
        Deadline questions = deadline.within(model.patience(deadline));
        ChatMessage question = question(picture, seen.turn());
        EngineReason reason = EngineReason.VLM_UNAVAILABLE;
        for (double temperature : TEMPERATURES) {
            boolean first = temperature == 0;
            if (deadline.over() || (!first && questions.over())) {
                break;
            }
            try {
                switch (judged(
                        model.ask(List.of(question), temperature, first ? deadline : questions), seen.content())) {
                    case Judged.Good good -> {
                        return recognition(seen, good.grounded(), start);
                    }
                    case Judged.Bad bad -> reason = bad.reason();
                }
            } catch (ModelFailedException e) {
                LOG.infof("vision endpoint: %s", e.getMessage());
                if (e.kind() != ModelFailedException.Kind.INVALID) {
                    reason = EngineReason.VLM_UNAVAILABLE;
                    break; // asked several times already, or not worth it
                }
                reason = EngineReason.VLM_INVALID_ANSWER;
            }
        }
        return fallback(seen, reason, start);
    }

    private sealed interface Judged {
        record Good(Grounded grounded) implements Judged {}

        record Bad(EngineReason reason) implements Judged {}
    }

    private static Judged judged(ModelAnswer answer, PageContent seen) {
        String page = seen.lines().stream().map(Line::text).collect(Collectors.joining("\n"));
        boolean blank = answer.text().isBlank();
        if (answer.ending() != ModelAnswer.Ending.COMPLETE
                || (blank && !page.isBlank())
                || AnswerCheck.loops(answer.text(), page)
                || AnswerCheck.otherScript(answer.text(), page)) {
            return new Judged.Bad(EngineReason.VLM_INVALID_ANSWER);
        }
        Grounded grounded = Grounding.ground(AnswerParser.parse(answer.text()), seen);
        if (grounded.confirmed() < 0.5 && AnswerCheck.refuses(answer.text())) {
            return new Judged.Bad(EngineReason.VLM_INVALID_ANSWER);
        }
        if (grounded.invented() > MOST_INVENTED) {
            return new Judged.Bad(EngineReason.VLM_TEXT_NOT_ON_PAGE);
        }
        if (grounded.missed() > MOST_MISSED && page.length() >= FEWEST_LETTERS) {
            return new Judged.Bad(EngineReason.VLM_INVALID_ANSWER); // a fragment
        }
        return new Judged.Good(grounded);
    }

    private ChatMessage question(PagePicture picture, int turn) {
        return UserMessage.from(
                ImageContent.from(PicturePost.base64(picture.image(), turn, side), PicturePost.MEDIA_TYPE),
                TextContent.from(profile.prompt()));
    }

    private static Recognition recognition(Recognition seen, Grounded grounded, long start) {
        Set<Engine> engines = EnumSet.of(Engine.VLM);
        engines.addAll(seen.engines());
        Map<String, Double> debug = debug(seen, start);
        debug.put("vlm_invented", grounded.invented());
        debug.put("vlm_confirmed", grounded.confirmed());
        debug.put("vlm_missed", grounded.missed());
        PageContent content = seen.content();
        return new Recognition(
                seen.turn(),
                new PageContent(
                        content.width(), content.height(), grounded.lines(), content.rulings(), content.pictures()),
                grounded.layout(),
                Engine.VLM,
                engines,
                EngineReason.VLM_REQUESTED,
                seen.language(),
                0,
                seen.faults(),
                debug);
    }

    private static Recognition fallback(Recognition seen, EngineReason reason, long start) {
        return with(seen, reason, debug(seen, start));
    }

    /** The same recognition for another reason. */
    static Recognition with(Recognition seen, EngineReason reason, Map<String, Double> debug) {
        return new Recognition(
                seen.turn(),
                seen.content(),
                seen.layout(),
                seen.engine(),
                seen.engines(),
                reason,
                seen.language(),
                seen.unread(),
                seen.faults(),
                debug);
    }

    private static Map<String, Double> debug(Recognition seen, long start) {
        Map<String, Double> debug = new HashMap<>(seen.debug());
        debug.put("vlm_ms", (System.nanoTime() - start) / 1e6);
        return debug;
    }

    @Override
    public void close() {
        model.close();
    }
}
