package dev.pagewright.worker.translation;

import dev.pagewright.document.Block;
import dev.pagewright.document.Cell;
import dev.pagewright.document.Content;
import dev.pagewright.document.Page;
import dev.pagewright.document.Table;
import dev.pagewright.document.Translation;
import dev.pagewright.worker.model.ModelClient;
import dev.pagewright.worker.model.ModelFailedException;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.ReadingCancelledException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Translates a page block by block: structure, tables, code and formulae stay as they are by themselves, because only
 * texts are sent. Thread-safe.
 */
public final class PageTranslator implements AutoCloseable {

    private static final int CONTEXT = 300;

    private final ModelClient model;

    public PageTranslator(ModelClient model) {
        this.model = model;
    }

    public String modelName() {
        return model.name();
    }

    /**
     * The page, each block of its text with a translation or the reason why it has none.
     *
     * @param language code of the language to translate to
     * @throws ModelFailedException where the model is away: nothing of the page is translated then
     */
    public Page translate(Page page, String language, Deadline deadline) throws ModelFailedException {
        var segments = new SegmentTranslator(model, language);
        List<Future<@Nullable Translation>> answers = new ArrayList<>();
        // the client lets through as many at a time as its endpoint is meant to take
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < page.blocks().size(); i++) {
                int index = i;
                answers.add(threads.submit(() -> block(page, index, segments, deadline)));
            }
            List<Block> blocks = new ArrayList<>();
            for (int i = 0; i < answers.size(); i++) {
                Block block = page.blocks().get(i);
                Translation translation = result(answers.get(i), threads);
                blocks.add(translation == null ? block : block.with(with(block.content(), translation)));
            }
            return page.with(blocks, page.tables());
        }
    }

    /** One failure is enough: the others are not waited for. */
    private static @Nullable Translation result(Future<@Nullable Translation> answer, ExecutorService threads)
            throws ModelFailedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            threads.shutdownNow();
            if (e.getCause() instanceof ModelFailedException failed) {
                throw failed;
            }
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
            throw new ReadingCancelledException();
        }
    }

    private static @Nullable Translation block(Page page, int index, SegmentTranslator segments, Deadline deadline)
            throws ModelFailedException {
        return switch (page.blocks().get(index)) {
            case Block.PageFurniture ignored -> null;
            case Block.Code code -> new Translation(code.text(), null);
            case Block.Formula formula -> new Translation(formula.text(), null);
            case Block.TableBlock place -> table(page.tables().get(place.table()), segments, deadline);
            case Block.Heading ignored -> text(page, index, segments, deadline);
            case Block.Paragraph ignored -> text(page, index, segments, deadline);
            case Block.ListItem ignored -> text(page, index, segments, deadline);
            case Block.Figure ignored -> text(page, index, segments, deadline);
            case Block.Caption ignored -> text(page, index, segments, deadline);
            case Block.Footnote ignored -> text(page, index, segments, deadline);
        };
    }

    /** Whether the model has translated some of the page: what it had no part in is not charged. */
    static boolean delivered(Page page) {
        return page.blocks().stream().anyMatch(block -> {
            Translation translation = block.content().translation();
            return translation != null
                    && translation.text() != null
                    && worded(block.text())
                    && !(block instanceof Block.Code)
                    && !(block instanceof Block.Formula);
        });
    }

    static Content with(Content content, Translation translation) {
        return new Content(
                content.text(),
                content.box(),
                content.confidence(),
                content.lines(),
                content.unverified(),
                translation);
    }

    private static Translation text(Page page, int index, SegmentTranslator segments, Deadline deadline)
            throws ModelFailedException {
        String text = oneLine(page.blocks().get(index).text());
        if (!worded(text)) {
            return new Translation(text, null);
        }
        List<String> parts = Parts.of(text);
        List<String> translated = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String before = i == 0 ? neighbour(page, index, -1) : tail(parts.get(i - 1));
            String after = i + 1 == parts.size() ? neighbour(page, index, 1) : head(parts.get(i + 1));
            Translation part = segments.translate(new Segment(parts.get(i), before, after), deadline);
            if (part.text() == null) {
                return part;
            }
            translated.add(part.text());
        }
        return new Translation(String.join(" ", translated), null);
    }

    /** The end of the block before, or the beginning of the one after. */
    private static String neighbour(Page page, int index, int step) {
        for (int i = index + step; i >= 0 && i < page.blocks().size(); i += step) {
            if (!(page.blocks().get(i) instanceof Block.PageFurniture)) {
                String text = oneLine(page.blocks().get(i).text());
                return step < 0 ? tail(text) : head(text);
            }
        }
        return "";
    }

    private static String head(String text) {
        return text.substring(0, Math.min(CONTEXT, text.length()));
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - CONTEXT));
    }

    /** A line a row, a tab between cells; a table with a cell that fails fails whole, since half a table misleads. */
    private static Translation table(Table table, SegmentTranslator segments, Deadline deadline)
            throws ModelFailedException {
        List<Cell> cells = table.cells().stream()
                .sorted(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column))
                .toList();
        Map<String, String> known = new HashMap<>();
        var text = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String source = oneLine(cells.get(i).text());
            if (worded(source) && !known.containsKey(source)) {
                Translation cell = segments.translate(
                        new Segment(
                                source,
                                i == 0 ? "" : oneLine(cells.get(i - 1).text()),
                                i + 1 == cells.size()
                                        ? ""
                                        : oneLine(cells.get(i + 1).text())),
                        deadline);
                if (cell.text() == null) {
                    return cell;
                }
                known.put(source, cell.text());
            }
            boolean sameRow = i > 0 && cells.get(i).row() == cells.get(i - 1).row();
            text.append(i == 0 ? "" : sameRow ? "\t" : "\n").append(known.getOrDefault(source, source));
        }
        return new Translation(text.toString(), null);
    }

    /** Numbers and signs alone need no translation. */
    private static boolean worded(String text) {
        return text.codePoints().filter(Character::isLetter).count() >= 2;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    @Override
    public void close() {
        model.close();
    }
}
