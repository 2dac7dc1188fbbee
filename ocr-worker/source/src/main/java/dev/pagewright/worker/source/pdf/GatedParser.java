package dev.pagewright.worker.source.pdf;

import dev.pagewright.worker.page.memory.MemoryGate;
import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdfparser.PDFParser;

/**
 * Parses a PDF whose every byte passes a gate, those of the file as well as those that its streams unfold to: objects
 * are parsed from both.
 */
final class GatedParser extends PDFParser {

    /** Of a function's table, which is unfolded at one blow; colour tables have some hundred thousand. */
    private static final long SAMPLES = 4_000_000;

    private final TokenBound token;

    /**
     * @param password empty where there is none
     * @param operands told of each operator of a content: bounds what streams hold between two of them
     */
    GatedParser(
            RandomAccessRead file,
            String password,
            StreamCacheCreateFunction cache,
            MemoryGate gate,
            TokenBound operands)
            throws IOException {
        this(file, password, cache, gate, operands, new TokenBound());
    }

    private GatedParser(
            RandomAccessRead file,
            String password,
            StreamCacheCreateFunction cache,
            MemoryGate gate,
            TokenBound operands,
            TokenBound token)
            throws IOException {
        super(new GatedRead(file, gate, token), password, null, null, cache);
        this.token = token;
        IOUtils.closeQuietly(document);
        document = new Gated(cache, gate, operands);
    }

    @Override
    protected COSString parseCOSString() throws IOException {
        token.begin();
        try {
            return super.parseCOSString();
        } finally {
            token.end();
        }
    }

    @Override
    protected COSName parseCOSName() throws IOException {
        token.begin();
        try {
            return super.parseCOSName();
        } finally {
            token.end();
        }
    }

    private final class Gated extends COSDocument {

        private final MemoryGate gate;
        private final TokenBound operands;

        Gated(StreamCacheCreateFunction cache, MemoryGate gate, TokenBound operands) {
            super(cache, GatedParser.this);
            this.gate = gate;
            this.operands = operands;
        }

        @Override
        public COSStream createCOSStream(COSDictionary dictionary, long start, long length) throws IOException {
            if (samples(dictionary) > SAMPLES) {
                throw new IOException("a function of " + samples(dictionary) + " samples");
            }
            var stream = new Unfolding(createRandomAccessReadView(start, length), gate, operands);
            dictionary.forEach(stream::setItem);
            stream.setKey(dictionary.getKey());
            return stream;
        }
    }

    /** Of a sampled function (ISO 32000-1, 7.10.2); 0 where the stream is none. */
    private static double samples(COSDictionary dictionary) {
        COSArray size = dictionary.getCOSArray(COSName.SIZE);
        if (size == null || dictionary.getInt(COSName.FUNCTION_TYPE, -1) != 0) {
            return 0;
        }
        double samples = 1;
        for (float each : size.toFloatArray()) {
            samples *= each;
        }
        return samples;
    }

    /** A stream of the file; nothing is written to it. */
    private static final class Unfolding extends COSStream {

        private final MemoryGate gate;
        private final TokenBound operands;

        Unfolding(RandomAccessReadView folded, MemoryGate gate, TokenBound operands) throws IOException {
            super(null, folded);
            this.gate = gate;
            this.operands = operands;
        }

        @Override
        public RandomAccessRead createView() throws IOException {
            return new GatedRead(super.createView(), gate, operands);
        }

        /** A name alone would let a page's content be unfolded past the gate. */
        @Override
        public COSBase getFilters() {
            COSBase filters = super.getFilters();
            if (filters instanceof COSName only) {
                var several = new COSArray();
                several.add(only);
                return several;
            }
            return filters;
        }
    }
}
