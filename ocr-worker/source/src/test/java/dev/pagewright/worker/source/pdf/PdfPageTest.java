package dev.pagewright.worker.source.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import dev.pagewright.document.Link;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.memory.HeapRoom;
import dev.pagewright.worker.page.memory.JvmHeap;
import dev.pagewright.worker.source.PixelLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfPageTest {

    @TempDir
    Path directory;

    private final PDPage page = new PDPage(new PDRectangle(612, 792));

    @Test
    void wordsStandWhereTheyArePainted() throws Exception {
        PdfContent content = content("BT /F1 10 Tf 100 692 Td (Good morning) Tj ET");

        Line line = content.lines().getFirst().line();
        assertThat(line.text()).isEqualTo("Good morning");
        assertThat(line.words()).hasSize(2);
        assertThat(line.style().size()).isEqualTo(10, within(0.01));
        BoundingBox box = line.words().getFirst().box();
        assertThat(box.left()).isEqualTo(100, within(0.01));
        assertThat(box.top()).isBetween(91.0, 94.0);
        assertThat(box.bottom()).isBetween(101.0, 103.0);
    }

    @ParameterizedTest
    @CsvSource({"0", "90", "180", "270"})
    void aTurnedPageHasTheSameTextAtTheSamePlaceOfTheOriginal(int rotation) throws Exception {
        page.setRotation(rotation);
        page.setCropBox(new PDRectangle(50, 100, 500, 640));
        PdfPage read = read("BT /F1 10 Tf 100 692 Td (Good morning) Tj ET");

        Line line = read.content().lines().getFirst().line();
        BoundingBox stored = read.toOriginal().apply(line.box());

        assertThat(line.text()).isEqualTo("Good morning");
        assertThat(line.angle()).isEqualTo(rotation);
        assertThat(read.width()).isEqualTo(rotation % 180 == 0 ? 500 : 640);
        assertThat(stored.left()).isEqualTo(100, within(0.01));
        assertThat(stored.bottom()).isBetween(698.0, 701.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"q ", "/A BMC ", "q /A BMC ", "9 9 l ", "0 0 9 9 re ", "1 2 3 4 5 6 c ", "0 0 600 780 re W n "})
    void whatOnlyFillsMemoryIsLeftOutAndWhatIsDrawnAfterItIsRead(String flood) throws Exception {
        PdfContent content =
                content("0 0 m " + flood.repeat(200_000) + "n BT /F1 10 Tf 100 692 Td (Good morning) Tj ET");

        assertThat(content.lines()).extracting(line -> line.line().text()).containsExactly("Good morning");
    }

    @Test
    void asManyStatesAreRestoredAsWereSaved() throws Exception {
        PdfContent content = content("1 0 0 1 100 100 cm " + "q 2 0 0 2 0 0 cm ".repeat(30) + "q ".repeat(50_000)
                + "Q ".repeat(50_000) + "Q ".repeat(30) + "BT /F1 10 Tf 0 0 Td (Good morning) Tj ET");

        assertThat(content.lines().getFirst().line().box().left()).isEqualTo(100, within(0.01));
    }

    @Test
    void userUnitsAreCountedInPoints() throws Exception {
        page.setUserUnit(2);
        PdfPage read = read("BT /F1 10 Tf 100 692 Td (Good morning) Tj ET");

        Line line = read.content().lines().getFirst().line();
        assertThat(read.width()).isEqualTo(1224);
        assertThat(line.box().left()).isEqualTo(200, within(0.01));
        assertThat(line.style().size()).isEqualTo(20, within(0.01));
        assertThat(read.toOriginal().x(200, 200)).isEqualTo(100, within(0.01));
    }

    @Test
    void textOutsideOfThePageOrItsClipIsNotSeen() throws Exception {
        page.setCropBox(new PDRectangle(0, 0, 612, 700));
        PdfContent content = content("""
                BT /F1 10 Tf 100 750 Td (above the crop box) Tj ET
                q 90 500 200 50 re W n
                BT /F1 10 Tf 100 520 Td (inside) Tj ET
                BT /F1 10 Tf 100 300 Td (clipped) Tj ET
                Q
                BT /F1 10 Tf 100 300 Td (free) Tj ET""");

        assertThat(texts(content)).containsExactly("inside", "free");
    }

    @Test
    void unpaintedTextIsToldApart() throws Exception {
        PdfContent content = content("BT /F1 10 Tf 3 Tr 100 500 Td (unseen) Tj 0 Tr 0 -20 Td (seen) Tj ET");

        assertThat(content.lines())
                .extracting(line -> line.line().text(), TextLine::invisible)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("unseen", true),
                        org.assertj.core.groups.Tuple.tuple("seen", false));
    }

    @Test
    void lettersThatDoNotStandOutOrAreCoveredAreCounted() throws Exception {
        PdfContent content = content("""
                1 g BT /F1 10 Tf 100 700 Td (white on white) Tj ET
                0 g BT /F1 10 Tf 100 600 Td (covered) Tj ET
                1 g 90 590 200 30 re f
                0 g BT /F1 10 Tf 100 500 Td (plain) Tj ET
                0 g 90 390 200 30 re f 1 g BT /F1 10 Tf 100 400 Td (white on black) Tj ET""");

        assertThat(content.lines())
                .filteredOn(line -> line.hidden() * 2 > line.letters())
                .extracting(line -> line.line().text())
                .containsExactly("white on white", "covered");
    }

    @Test
    void wordsArePartedByGapsAndNotByLetterSpacing() throws Exception {
        PdfContent content = content("""
                BT /F1 10 Tf 100 700 Td [(two) -250 (words)] TJ ET
                BT /F1 10 Tf 3 Tc 100 600 Td (SPACED TITLE) Tj ET
                BT /F1 10 Tf 0 Tc 100 500 Td [(k) 40 (e) -40 (r) -20 (n)] TJ ET""");

        assertThat(texts(content)).containsExactly("two words", "SPACED TITLE", "kern");
    }

    @Test
    void boldMadeByPrintingTwiceIsReadOnce() throws Exception {
        PdfContent content = content("""
                BT /F1 10 Tf 100 700 Td (twice) Tj ET BT /F1 10 Tf 100.3 700 Td (twice) Tj ET""");

        assertThat(texts(content)).containsExactly("twice");
    }

    @Test
    void columnsAreLinesOfTheirOwnAndSuperscriptsAreNot() throws Exception {
        PdfContent content = content("""
                BT /F1 10 Tf 100 700 Td (left column) Tj 200 0 Td (right column) Tj ET
                BT /F1 10 Tf 100 600 Td (E = mc) Tj /F1 6 Tf 32 4 Td (2) Tj ET""");

        assertThat(texts(content)).containsExactlyInAnyOrder("left column", "right column", "E = mc2");
    }

    @Test
    void strokesAndThinRectanglesAreRules() throws Exception {
        PdfContent content = content("""
                1 w 100 700 m 300 700 l S
                [3 2] 0 d 100 650 m 300 650 l S [] 0 d
                100 600 200 0.5 re f
                1 g 100 550 200 0.5 re f 0 g
                100 400 m 200 500 l S""");

        assertThat(content.rulings()).hasSize(3);
        assertThat(content.rulings())
                .allSatisfy(rule -> assertThat(rule.x2() - rule.x1()).isEqualTo(200, within(0.01)));
        assertThat(content.rulings().getFirst().y1()).isEqualTo(92, within(0.01));
    }

    @Test
    void linksThatLeadOutAreKept() throws Exception {
        page.getAnnotations().add(link("https://example.org/a"));
        page.setAnnotations(List.of(link("https://example.org/a"), link("javascript:alert(1)")));

        assertThat(read("").links())
                .containsExactly(new Link(new BoundingBox(100, 82, 200, 92), "https://example.org/a"));
    }

    @Test
    void aFontThatExplainsNothingIsTold() throws Exception {
        PdfContent content = content("BT /T3 10 Tf 100 700 Td (aaaa) Tj ET");

        assertThat(content.lines())
                .allSatisfy(line -> assertThat(line.unmapped()).isEqualTo(line.letters()));
    }

    @Test
    void ligaturesAndPresentationFormsAreTakenApart() {
        assertThat(GlyphText.of("\uFB03")).isEqualTo("ffi");
        assertThat(GlyphText.of("\uFEFB")).isEqualTo("\u0644\u0627");
        assertThat(GlyphText.of("\uF0B7")).isEqualTo("\u2022");
        assertThat(GlyphText.insane("\uE123")).isTrue();
        assertThat(GlyphText.insane("\u00E9")).isFalse();
    }

    private static PDAnnotationLink link(String uri) {
        var link = new PDAnnotationLink();
        var action = new PDActionURI();
        action.setURI(uri);
        link.setAction(action);
        link.setRectangle(new PDRectangle(100, 700, 100, 10));
        return link;
    }

    private static List<String> texts(PdfContent content) {
        return content.lines().stream().map(line -> line.line().text()).toList();
    }

    private PdfContent content(String stream) throws Exception {
        return read(stream).content();
    }

    /** The page of a file whose page draws so; {@code F1} is Helvetica, {@code T3} draws boxes. */
    private PdfPage read(String stream) throws Exception {
        Path file = Files.createTempFile(directory, "made", ".pdf");
        try (var document = new PDDocument()) {
            document.addPage(page);
            var resources = new PDResources();
            resources.put(COSName.getPDFName("F1"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
            resources
                    .getCOSObject()
                    .getCOSDictionary(COSName.FONT)
                    .setItem(COSName.getPDFName("T3"), DrawnFont.of(document));
            page.setResources(resources);
            page.setContents(stream(document, stream));
            document.save(file.toFile());
        }
        PdfOriginal original = PdfOriginal.open(file, null, PixelLimits.DEFAULT, new HeapRoom(new JvmHeap()).begin());
        return original.page(1, Deadline.in(Duration.ofMinutes(1)));
    }

    private static PDStream stream(PDDocument document, String content) throws IOException {
        var stream = new PDStream(document);
        try (var out = stream.createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
        return stream;
    }
}
