package dev.pagewright.export.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.testing.SamplePages;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.ExporterContract;
import dev.pagewright.export.testing.FakeSource;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class HtmlExporterTest extends ExporterContract {

    @Override
    protected Exporter exporter() {
        return new HtmlExporter();
    }

    @Override
    protected String read(byte[] file) {
        Document page = Jsoup.parse(new String(file, StandardCharsets.UTF_8));
        assertThat(page.select("script, iframe, img, link, [onclick], [src]")).isEmpty();
        return page.body().wholeText();
    }

    @Test
    void an_article_keeps_its_structure() {
        Document page = Jsoup.parse(FakeSource.of(SamplePages.article(0)).text(exporter()));

        assertThat(page.select("section#page-1 > h1").text()).isEqualTo("1. Results of the year");
        assertThat(page.select("ul > li > ol > li").eachText()).containsExactly("Norway", "Sweden");
        assertThat(page.select("thead th[rowspan=2]").text()).isEqualTo("Region");
        assertThat(page.select("thead th[colspan=2]").text()).isEqualTo("Year");
        assertThat(page.select("tbody td").eachText()).containsExactly("North | East", "1,200", "1,344");
        assertThat(page.select("pre code").text()).contains("if (a < b) {");
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.text()).doesNotContain("Annual Report");
    }
}
