package dev.pagewright.worker.textlayer;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Line;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.worker.attempt.Attempts;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.PictureReader;
import dev.pagewright.worker.source.UnreadablePageException;
import dev.pagewright.worker.source.pdf.PdfContent;
import dev.pagewright.worker.source.pdf.PdfPage;
import dev.pagewright.worker.source.pdf.TextLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides whether a page's text layer is to be believed. What the page paints is known from its content, so most pages
 * need no rendering; a small one is looked at where letters may be hidden, and some lines are recognised where text and
 * pixels may disagree. One page, one thread.
 */
public final class TrustDecision {

    /** Share of the page from which on a picture is what the page is. */
    private static final double WHOLE_PAGE = 0.7;

    private static final double SKETCH = 72;
    private static final int STAMP = 250;
    private static final int FEW_LETTERS = 150;
    private static final int MANY_DRAWINGS = 150;
    private static final double MUCH_ELSEWHERE = 0.75;
    /** An earlier OCR of this quality is as good as another one. */
    private static final double GOOD_OCR = 0.95;

    private static final double CONTRADICTED = 0.5;
    private static final double READABLE = 0.5;

    private final PdfPage page;
    private final PdfContent content;
    private final PictureReader reader;
    private final TaskOptions options;
    private final Deadline deadline;
    private final Attempts attempts;
    private final Map<String, Double> debug = new HashMap<>();

    public TrustDecision(
            PdfPage page,
            PdfContent content,
            PictureReader reader,
            TaskOptions options,
            Deadline deadline,
            Attempts attempts) {
        this.page = page;
        this.content = content;
        this.reader = reader;
        this.options = options;
        this.deadline = deadline;
        this.attempts = attempts;
    }

    public Trust decide() throws UnreadablePageException {
        List<TextLine> visible =
                content.lines().stream().filter(line -> !line.invisible()).toList();
        List<TextLine> invisible =
                content.lines().stream().filter(TextLine::invisible).toList();
        int seen = letters(visible);
        int unseen = letters(invisible);
        if (seen + unseen == 0) {
            return decided(EngineReason.NO_TEXT_LAYER, List.of());
        }
        double picture = largestPicture();
        if (picture > WHOLE_PAGE && unseen >= seen) {
            return earlierOcr(invisible);
        }
        if (seen == 0 || (picture > WHOLE_PAGE && seen < STAMP)) {
            return unreliable(); // a scan with a stamp or a page number set upon it
        }
        Sanity sanity = Sanity.of(visible);
        if (sanity == Sanity.GARBAGE) {
            return unreliable();
        }
        List<TextLine> shown = withoutHidden(visible);
        boolean onPicture = picture > WHOLE_PAGE && count(visible, true) > seen / 2;
        boolean doubtful = sanity == Sanity.DOUBTFUL || onPicture || letters(shown) < 0.7 * seen;
        if (shown.isEmpty() || outlined(shown) || (doubtful && contradicted(shown))) {
            return unreliable();
        }
        return decided(
                EngineReason.TEXT_LAYER_TRUSTED,
                shown.stream().map(TextLine::line).toList());
    }

    private Trust earlierOcr(List<TextLine> invisible) throws UnreadablePageException {
        if (Sanity.of(invisible) != Sanity.SANE) {
            return unreliable();
        }
        LineSample.Outcome outcome = sample(invisible);
        return outcome.agreement() >= GOOD_OCR
                ? decided(
                        EngineReason.TEXT_LAYER_TRUSTED,
                        invisible.stream().map(TextLine::line).toList())
                : unreliable();
    }

    private boolean contradicted(List<TextLine> lines) throws UnreadablePageException {
        LineSample.Outcome outcome = sample(lines);
        return outcome.agreement() < CONTRADICTED && outcome.read() > READABLE;
    }

    private LineSample.Outcome sample(List<TextLine> lines) throws UnreadablePageException {
        List<Line> chosen = LineSample.choose(lines);
        if (chosen.isEmpty()) {
            return new LineSample.Outcome(0, 0);
        }
        LineSample.Outcome outcome =
                LineSample.compare(chosen, page.picture().picture(), reader, options, deadline, attempts);
        debug.put("text_layer_agreement", outcome.agreement());
        return outcome;
    }

    /** Without lines where a small rendering shows nothing: white on white, or under a picture. */
    private List<TextLine> withoutHidden(List<TextLine> lines) throws UnreadablePageException {
        if (count(lines, false) == 0) {
            return lines;
        }
        InkCheck ink = ink();
        List<TextLine> shown = new ArrayList<>(lines.size());
        for (TextLine line : lines) {
            if (line.hidden() * 2 <= line.letters() || ink.seen(line.line())) {
                shown.add(line);
            }
        }
        debug.put("text_layer_hidden_lines", (double) lines.size() - shown.size());
        return shown;
    }

    /** Whether most of what is seen is drawn letter by letter and not in the text layer. */
    private boolean outlined(List<TextLine> lines) throws UnreadablePageException {
        if (content.drawings() < MANY_DRAWINGS || letters(lines) > FEW_LETTERS) {
            return false;
        }
        double elsewhere = ink().elsewhere(lines.stream().map(TextLine::line).toList());
        debug.put("ink_elsewhere", elsewhere);
        return elsewhere > MUCH_ELSEWHERE;
    }

    private InkCheck ink() throws UnreadablePageException {
        return new InkCheck(page.sketch(SKETCH), page.width());
    }

    private double largestPicture() {
        double area = page.width() * page.height();
        double largest = 0;
        double all = 0;
        for (BoundingBox box : content.pictures()) {
            largest = Math.max(largest, box.area() / area);
            all += box.area() / area;
        }
        return Math.max(largest, Math.min(1, all)); // scans come in strips too
    }

    private static int letters(List<TextLine> lines) {
        return lines.stream().mapToInt(TextLine::letters).sum();
    }

    private static int count(List<TextLine> lines, boolean onPicture) {
        return lines.stream()
                .mapToInt(onPicture ? TextLine::onPicture : TextLine::hidden)
                .sum();
    }

    private Trust unreliable() {
        return decided(EngineReason.TEXT_LAYER_UNRELIABLE, List.of());
    }

    private Trust decided(EngineReason reason, List<Line> lines) {
        return new Trust(reason, lines, debug);
    }
}
