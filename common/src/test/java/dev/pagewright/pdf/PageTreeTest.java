package dev.pagewright.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.hostile.HostileFile;
import dev.pagewright.hostile.HostilePdfs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages are those that stand in the tree, whatever its counts say, and each is found by its number. */
class PageTreeTest {

    static Stream<HostileFile> lyingCounts() {
        return HostilePdfs.lyingCounts().stream();
    }

    @ParameterizedTest
    @MethodSource("lyingCounts")
    void a_page_under_a_count_that_lies_is_found(HostileFile file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.bytes())) {
            assertThat(PageTree.mend(document)).isEqualTo(1);

            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(9);
        }
    }

    @Property(tries = 200)
    void any_tree_with_any_counts_gives_its_pages_in_order(@ForAll long seed) throws IOException {
        try (PDDocument document = new PDDocument()) {
            List<COSDictionary> pages = new ArrayList<>();
            COSDictionary root = document.getDocumentCatalog().getPages().getCOSObject();
            grow(root, new Random(seed), 4, pages);

            int count = PageTree.mend(document);

            assertThat(count).isEqualTo(pages.size());
            assertThat(document.getNumberOfPages()).isEqualTo(count);
            for (int i = 0; i < count; i++) {
                assertThat(document.getPage(i).getCOSObject()).isSameAs(pages.get(i));
            }
        }
    }

    /** Nodes of random shape and count, some of them in two places, between kids that are none. */
    private static void grow(COSDictionary node, Random random, int levels, List<COSDictionary> pages) {
        COSArray kids = new COSArray();
        for (int i = random.nextInt(5); i >= 0; i--) {
            switch (random.nextInt(levels > 1 ? 5 : 3)) {
                case 0 -> kids.add(COSName.PAGE);
                case 1, 2 -> {
                    COSDictionary page = new PDPage().getCOSObject();
                    page.setItem(COSName.PARENT, node);
                    pages.add(page);
                    kids.add(page);
                }
                case 3 -> {
                    kids.add(node);
                    kids.add(new COSDictionary(new COSDictionary()));
                    pages.add((COSDictionary) kids.get(kids.size() - 1));
                }
                default -> {
                    COSDictionary inner = new COSDictionary();
                    inner.setItem(COSName.TYPE, COSName.PAGES);
                    grow(inner, random, levels - 1, pages);
                    kids.add(inner);
                    kids.add(inner);
                }
            }
        }
        node.setItem(COSName.KIDS, kids);
        node.setInt(COSName.COUNT, random.nextInt());
    }
}
