package dev.pagewright.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pagewright.document.Block;
import dev.pagewright.document.Engine;
import dev.pagewright.document.Link;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.PageStep;
import dev.pagewright.document.Reading;
import dev.pagewright.document.Table;
import dev.pagewright.document.text.Markdown;
import dev.pagewright.document.text.PlainText;
import dev.pagewright.document.text.Translated;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The public object of a page: the same in the API, the {@code json} download, events and the public topics. Written
 * as it is walked; the generator's buffer is all the memory it takes. Thread-safe.
 */
public final class PageJson {

    /**
     * @param includeWords whether blocks have {@code words[]}
     * @param includeDebug whether the page has {@code debug}: what each step measured
     */
    public record Options(boolean includeWords, boolean includeDebug) {

        public static final Options DEFAULT = new Options(false, false);
    }

    private PageJson() {}

    public static void write(JsonGenerator json, PageResult result, Options options) throws IOException {
        json.writeStartObject();
        json.writeNumberField("index", result.index());
        json.writeNumberField("number", result.number());
        switch (result) {
            case PageResult.Read read -> read(new PublicJson(json), read.page(), options);
            case PageResult.Failed failed -> failed(new PublicJson(json), failed);
        }
        json.writeEndObject();
    }

    private static void failed(PublicJson values, PageResult.Failed page) throws IOException {
        JsonGenerator json = values.generator();
        json.writeStringField("status", "failed");
        json.writeStringField("error", page.code().wireName());
        values.text("error_detail", page.detail().isBlank() ? page.code().sentence() : page.detail());
        json.writeNullField("mean_confidence");
        json.writeStringField("text", "");
        json.writeStringField("markdown", "");
        for (String empty : new String[] {"engines", "blocks", "tables", "links"}) {
            json.writeArrayFieldStart(empty);
            json.writeEndArray();
        }
    }

    private static void read(PublicJson values, Page page, Options options) throws IOException {
        JsonGenerator json = values.generator();
        json.writeStringField("status", "done");
        json.writeNullField("error");
        values.length("width", page.width());
        values.length("height", page.height());
        json.writeStringField("unit", page.unit().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("rotation", page.rotation());
        reading(values, page.reading());
        OptionalDouble confidence = page.meanConfidence();
        values.confidence("mean_confidence", confidence.isPresent() ? confidence.getAsDouble() : null);
        texts(values, page);
        var parts = new BlockJson(values, options.includeWords());
        json.writeArrayFieldStart("blocks");
        for (Block block : page.blocks()) {
            parts.block(block);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("tables");
        for (Table table : page.tables()) {
            parts.table(table);
        }
        json.writeEndArray();
        links(values, page);
        if (options.includeDebug()) {
            debug(values, page);
        }
    }

    private static void reading(PublicJson values, Reading reading) throws IOException {
        JsonGenerator json = values.generator();
        json.writeStringField("engine", reading.engine().wireName());
        json.writeArrayFieldStart("engines");
        for (Engine engine : reading.engines()) {
            json.writeString(engine.wireName());
        }
        json.writeEndArray();
        json.writeStringField("engine_reason", reading.reason().wireName());
        values.text("language", reading.language());
        if (!reading.degraded().isEmpty()) {
            json.writeArrayFieldStart("degraded");
            for (PageStep step : reading.degraded()) {
                json.writeString(step.wireName());
            }
            json.writeEndArray();
        }
        if (reading.unread() > 0) {
            json.writeBooleanField("unread", true);
            values.confidence("unread_share", reading.unread());
        }
    }

    private static void texts(PublicJson values, Page page) throws IOException {
        if (!Translated.present(page)) {
            values.text("text", PlainText.of(page));
            values.text("markdown", Markdown.of(page));
            return;
        }
        Page translated = Translated.page(page);
        values.text("text", PlainText.of(translated));
        values.text("markdown", Markdown.of(translated));
        values.text("source_text", PlainText.of(page));
        values.text("source_markdown", Markdown.of(page));
    }

    private static void links(PublicJson values, Page page) throws IOException {
        JsonGenerator json = values.generator();
        json.writeArrayFieldStart("links");
        for (Link link : page.links()) {
            json.writeStartObject();
            values.box(link.box());
            values.text("uri", link.uri());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void debug(PublicJson values, Page page) throws IOException {
        JsonGenerator json = values.generator();
        json.writeObjectFieldStart("debug");
        for (var entry : new TreeMap<>(page.debug()).entrySet()) {
            values.confidence(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }
}
