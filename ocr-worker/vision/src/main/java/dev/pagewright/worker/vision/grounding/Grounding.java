package dev.pagewright.worker.vision.grounding;

import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Content;
import dev.pagewright.document.Line;
import dev.pagewright.document.Table;
import dev.pagewright.worker.page.Layout;
import dev.pagewright.worker.page.PageContent;
import dev.pagewright.worker.vision.alignment.Alignment;
import dev.pagewright.worker.vision.alignment.Answer;
import dev.pagewright.worker.vision.alignment.Answer.AnswerWord;
import dev.pagewright.worker.vision.alignment.SeenPage;
import dev.pagewright.worker.vision.answer.Draft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts a model's answer on the page that local engines saw: every block gets the box and the confidence of the words
 * that it stands for; what stands for none is marked. What the answer left out is added.
 */
public final class Grounding {

    private final PageContent seen;
    private final Iterator<BoundingBox> pictures;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private int letters;
    private int confirmed;
    private int invented;

    private Grounding(PageContent seen) {
        this.seen = seen;
        this.pictures = seen.pictures().iterator();
    }

    public static Grounded ground(List<Draft> drafts, PageContent seen) {
        return new Grounding(seen).ground(drafts);
    }

    private Grounded ground(List<Draft> drafts) {
        var page = new SeenPage(seen);
        List<String> texts = new ArrayList<>();
        List<Boolean> formulae = new ArrayList<>();
        for (Draft draft : drafts) {
            texts.addAll(draft.pieces());
            draft.pieces().forEach(piece -> formulae.add(draft instanceof Draft.Formula));
        }
        var alignment = Alignment.of(new Answer(texts, formulae), page);
        Iterator<Piece> pieces = pieces(texts, alignment, page).iterator();
        List<Unplaced> unplaced = new ArrayList<>();
        for (Draft draft : drafts) {
            List<Piece> own = new ArrayList<>();
            draft.pieces().forEach(text -> own.add(pieces.next()));
            if (!(draft instanceof Draft.Figure)) {
                own.forEach(this::count);
            }
            if (own.stream().anyMatch(piece -> !piece.lines().isEmpty()) || draft instanceof Draft.Figure) {
                place(draft, own);
            } else {
                unplaced.add(new Unplaced(blocks.size(), draft));
            }
        }
        insert(unplaced);
        var leftOut = new LeftOut(page, alignment);
        Layout layout = leftOut.added(new Layout(blocks, tables), seen.width(), seen.height());
        double all = Math.max(1, letters);
        List<Line> lines = layout.blocks().stream()
                .flatMap(block -> block.lines().stream())
                .toList();
        return new Grounded(layout, lines, letters, invented / all, confirmed / all, leftOut.share());
    }

    /** A draft that stands nowhere, and how many placed blocks come before it. */
    private record Unplaced(int after, Draft draft) {}

    private static List<Piece> pieces(List<String> texts, Alignment alignment, SeenPage page) {
        Map<Integer, List<AnswerWord>> words = new HashMap<>();
        alignment.answer().words().forEach(word -> words.computeIfAbsent(word.piece(), key -> new ArrayList<>())
                .add(word));
        var maker = new PieceMaker(alignment, page.lines());
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            pieces.add(maker.make(texts.get(i), words.getOrDefault(i, List.of())));
        }
        return pieces;
    }

    private void count(Piece piece) {
        letters += piece.letters();
        confirmed += piece.confirmed();
        invented += piece.invented();
    }

    private void place(Draft draft, List<Piece> pieces) {
        if (draft instanceof Draft.Figure) {
            figure(pieces.getFirst());
            return;
        }
        List<Line> lines =
                pieces.stream().flatMap(piece -> piece.lines().stream()).toList();
        boolean unverified = pieces.stream().anyMatch(Piece::unverified);
        BoundingBox box = BoundingBox.hull(lines.stream().map(Line::box).toList());
        blocks.add(block(draft, pieces, box, Piece.confidence(lines), lines, unverified));
    }

    /** What a model says of a picture is no text of the page; the picture is one where the page has one. */
    private void figure(Piece piece) {
        if (pictures.hasNext()) {
            boolean stands = piece.invented() == 0 && piece.letters() > 0;
            blocks.add(new Block.Figure(new Content(
                    stands ? piece.text() : "",
                    pictures.next(),
                    stands ? Piece.confidence(piece.lines()) : 1,
                    stands ? piece.lines() : List.of())));
        }
    }

    private Block block(
            Draft draft, List<Piece> pieces, BoundingBox box, double confidence, List<Line> lines, boolean unverified) {
        var content = new Content(DraftText.of(draft), box, confidence, lines, unverified, null);
        return switch (draft) {
            case Draft.Heading heading -> new Block.Heading(content, heading.level());
            case Draft.Paragraph ignored -> new Block.Paragraph(content);
            case Draft.Item item -> new Block.ListItem(content, item.depth(), item.marker(), item.ordered());
            case Draft.Figure ignored -> new Block.Figure(content);
            case Draft.Caption ignored -> new Block.Caption(content);
            case Draft.Formula formula -> new Block.Formula(content, formula.latex());
            case Draft.Code ignored -> new Block.Code(content);
            case Draft.Grid grid -> {
                tables.add(GridPlacer.place(grid, pieces));
                yield new Block.TableBlock(content, tables.size() - 1);
            }
        };
    }

    /** What stands nowhere is put where the answer had it, marked, between its neighbours. */
    private void insert(List<Unplaced> unplaced) {
        for (int i = unplaced.size() - 1; i >= 0; i--) {
            int at = unplaced.get(i).after();
            Draft draft = unplaced.get(i).draft();
            BoundingBox box = between(at == 0 ? null : blocks.get(at - 1), at == blocks.size() ? null : blocks.get(at));
            blocks.add(at, unplaced(draft, box));
        }
    }

    private static Block unplaced(Draft draft, BoundingBox box) {
        var content = new Content(DraftText.of(draft), box, 0, List.of(), true, null);
        return draft instanceof Draft.Formula formula
                ? new Block.Formula(content, formula.latex())
                : new Block.Paragraph(content);
    }

    private BoundingBox between(@Nullable Block before, @Nullable Block after) {
        double top = before == null ? 0 : before.box().bottom();
        double bottom = after == null ? seen.height() : after.box().top();
        Block beside = before != null ? before : after;
        double left = beside == null ? 0 : beside.box().left();
        double right = beside == null ? seen.width() : beside.box().right();
        return new BoundingBox(left, Math.min(top, bottom), right, Math.max(top, bottom));
    }
}
