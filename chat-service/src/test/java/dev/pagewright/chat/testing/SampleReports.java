package dev.pagewright.chat.testing;

import dev.pagewright.document.Page;
import dev.pagewright.document.testing.PageBuilder;
import java.util.ArrayList;
import java.util.List;

/** Documents that tests ask about. */
public final class SampleReports {

    private SampleReports() {}

    /** Three pages of a made-up company: a letter, a table of results, a page about other things. */
    public static List<Page> annualReport() {
        return List.of(
                new PageBuilder(0)
                        .heading(1, "Brightwater Instruments annual report")
                        .paragraph("Brightwater Instruments builds flow meters for rivers and canals. "
                                + "The company was founded in Gent by Maria Okafor. It has 412 employees.")
                        .build(),
                new PageBuilder(1)
                        .heading(2, "Results of operations")
                        .paragraph("The following table shows the results (in thousands):")
                        .table(
                                true,
                                List.of(
                                        List.of("", "2024", "2023"),
                                        List.of("Net sales", "18,240", "16,905"),
                                        List.of("Cost of sales", "11,020", "10,377"),
                                        List.of("Gross margin", "7,220", "6,528")))
                        .build(),
                new PageBuilder(2)
                        .heading(2, "Sustainability")
                        .paragraph(
                                "All plants run on hydroelectric power since March. Water use fell by 12% per meter.")
                        .build());
    }

    /** Eight pages: a table of contents, then its sections, a page each, of which the seventh tells of a lawsuit. */
    public static List<Page> filing() {
        List<String> sections = List.of(
                "Balance sheets",
                "Statements of income",
                "Notes to the statements",
                "Discussion by the management",
                "Controls and procedures",
                "Legal proceedings",
                "Risk factors");
        List<List<String>> entries = new ArrayList<>();
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            entries.add(List.of(sections.get(i), String.valueOf(i + 2)));
        }
        pages.add(new PageBuilder(0)
                .heading(1, "Table of contents")
                .table(false, entries)
                .build());
        for (int i = 0; i < sections.size(); i++) {
            pages.add(new PageBuilder(i + 1)
                    .heading(2, sections.get(i))
                    .paragraph(
                            i == 5
                                    ? "In legal proceedings before a court in Oslo, a supplier claims damages for late payment."
                                    : "This part follows the usual form and holds nothing of note for readers.")
                    .build());
        }
        return pages;
    }

    public static List<Page> invoice() {
        return List.of(new PageBuilder(0)
                .heading(1, "Invoice 2024-0815")
                .paragraph("Invoice date: 3 May 2024. Payment is due within 30 days.")
                .table(
                        true,
                        List.of(
                                List.of("Item", "Quantity", "Amount"),
                                List.of("Flow meter FM-2", "3", "1,350.00"),
                                List.of("Installation", "1", "280.00"),
                                List.of("VAT 21%", "", "342.30"),
                                List.of("Total", "", "1,972.30")))
                .build());
    }
}
