package dev.pagewright.worker.ocr.ppocr;

import dev.pagewright.worker.page.Deadline;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads lines: a network that gives a distribution over the alphabet for each slice of the picture, decoded greedily
 * by connectionist temporal classification (Graves et al., ICML 2006, section 3.2). Thread-safe.
 */
final class TextRecognizer implements AutoCloseable {

    private static final int NARROWEST = 320;
    private static final int BATCH = 6;

    /** Pixels of a batch's pictures together: bounds the output, which has the alphabet's size a slice. */
    private static final int WIDEST_BATCH = 4800;

    private final Network network;
    private final String[] alphabet;

    /** @param alphabet without the blank label (0) */
    TextRecognizer(Network network, List<String> alphabet) {
        this.network = network;
        this.alphabet = new String[alphabet.size() + 2];
        this.alphabet[0] = "";
        for (int i = 0; i < alphabet.size(); i++) {
            this.alphabet[i + 1] = alphabet.get(i);
        }
        this.alphabet[alphabet.size() + 1] = " ";
    }

    /** The texts of the lines, in their order; lines after the deadline are empty. */
    List<RecognizedText> read(Pixels page, List<LinePicture> lines, Deadline deadline) {
        RecognizedText[] texts = new RecognizedText[lines.size()];
        Arrays.fill(texts, new RecognizedText(List.of()));
        // lines of like width share a batch, so that little is padded
        List<Integer> order = IntStream.range(0, lines.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> lines.get(i).width()))
                .toList();
        int from = 0;
        while (from < order.size() && !deadline.over()) {
            int to = from + 1;
            while (to < order.size()
                    && to - from < BATCH
                    && (to + 1 - from) * lines.get(order.get(to)).width() <= WIDEST_BATCH) {
                to++;
            }
            readBatch(page, lines, order.subList(from, to), texts);
            from = to;
        }
        return List.of(texts);
    }

    private void readBatch(Pixels page, List<LinePicture> lines, List<Integer> batch, RecognizedText[] texts) {
        int width = batch.stream().mapToInt(i -> lines.get(i).width()).max().orElse(0);
        width = Math.max(NARROWEST, width);
        int size = 3 * LinePicture.HEIGHT * width;
        FloatBuffer input = Network.buffer(batch.size() * size);
        for (int i = 0; i < batch.size(); i++) {
            lines.get(batch.get(i)).write(page, input, i * size, width);
        }
        Network.Output output = network.run(input, batch.size(), 3, LinePicture.HEIGHT, width);
        int slices = (int) output.shape()[1];
        int labels = (int) output.shape()[2];
        for (int i = 0; i < batch.size(); i++) {
            double share = (double) lines.get(batch.get(i)).width() / width;
            texts[batch.get(i)] = decode(output.values(), i * slices * labels, slices, labels, share);
        }
    }

    /** @param share of the batch's width that the line fills */
    private RecognizedText decode(float[] values, int offset, int slices, int labels, double share) {
        List<RecognizedText.Glyph> characters = new ArrayList<>();
        int previous = 0;
        int first = 0;
        float best = 0;
        for (int slice = 0; slice <= slices; slice++) {
            int label = slice == slices ? 0 : argmax(values, offset + slice * labels, labels);
            if (label != previous) {
                if (previous != 0 && previous < alphabet.length) {
                    double at = Math.min(1, (first + slice) / 2.0 / slices / share);
                    characters.add(new RecognizedText.Glyph(alphabet[previous], at, Math.min(1, best)));
                }
                first = slice;
                best = 0;
            }
            if (label != 0) {
                best = Math.max(best, values[offset + slice * labels + label]);
            }
            previous = label;
        }
        return new RecognizedText(characters);
    }

    private static int argmax(float[] values, int offset, int count) {
        int best = 0;
        for (int i = 1; i < count; i++) {
            if (values[offset + i] > values[offset + best]) {
                best = i;
            }
        }
        return best;
    }

    @Override
    public void close() {
        network.close();
    }
}
