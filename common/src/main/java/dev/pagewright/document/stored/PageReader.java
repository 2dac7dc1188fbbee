package dev.pagewright.document.stored;

import com.fasterxml.jackson.core.JsonParser;
import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Engine;
import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Link;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageStep;
import dev.pagewright.document.PageTransform;
import dev.pagewright.document.Reading;
import dev.pagewright.document.Table;
import dev.pagewright.document.Unit;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stored form to model, read as a stream: beside the model nothing of the document is in memory. */
final class PageReader {

    private int version;
    private @Nullable Integer index;
    private @Nullable Integer number;
    private @Nullable Double width;
    private @Nullable Double height;
    private @Nullable Unit unit;
    private @Nullable Integer rotation;
    private @Nullable PageTransform toOriginal;
    private @Nullable Reading reading;
    private @Nullable List<Block> blocks;
    private @Nullable List<Table> tables;
    private @Nullable List<Link> links;
    private @Nullable Map<String, Double> debug;

    private PageReader() {}

    /** The object that begins at the current token. */
    static Page page(JsonParser json) throws IOException {
        Json.object(json);
        var reader = new PageReader();
        for (String name = Json.field(json); name != null; name = Json.field(json)) {
            reader.take(name, json);
        }
        return reader.page();
    }

    private void take(String name, JsonParser json) throws IOException {
        switch (name) {
            case "version" -> version(json);
            case "index" -> index = Json.integer(json);
            case "number" -> number = Json.integer(json);
            case "width" -> width = Json.number(json);
            case "height" -> height = Json.number(json);
            case "unit" -> unit = Unit.valueOf(Json.text(json).toUpperCase(Locale.ROOT));
            case "rotation" -> rotation = Json.integer(json);
            case "to_original" -> toOriginal = transform(json);
            case "reading" -> reading = reading(json);
            case "blocks" -> blocks = Json.list(json, BlockReader::block);
            case "tables" -> tables = Json.list(json, TableReader::table);
            case "links" ->
                links = Json.list(json, PageReader::link).stream()
                        .flatMap(Optional::stream)
                        .toList();
            case "debug" -> debug = debug(json);
            default -> json.skipChildren();
        }
    }

    /** Written first: what follows may be of a form that cannot be read. */
    private void version(JsonParser json) throws IOException {
        version = Json.integer(json);
        if (version != PageCodec.VERSION) {
            throw new DamagedPageException("the page document has version %d; this release reads version %d"
                    .formatted(version, PageCodec.VERSION));
        }
    }

    private Page page() throws IOException {
        if (version == 0) {
            throw Json.damaged("version");
        }
        return new Page(
                Json.required(index, "index"),
                Json.required(number, "number"),
                Json.required(width, "width"),
                Json.required(height, "height"),
                Json.required(unit, "unit"),
                Json.required(rotation, "rotation"),
                Json.required(toOriginal, "to_original"),
                Json.required(reading, "reading"),
                Json.required(blocks, "blocks"),
                Json.required(tables, "tables"),
                Json.required(links, "links"),
                Json.required(debug, "debug"));
    }

    private static PageTransform transform(JsonParser json) throws IOException {
        Json.array(json);
        double[] values = new double[6];
        for (int i = 0; i < values.length; i++) {
            values[i] = Json.nextNumber(json);
        }
        Json.end(json);
        return new PageTransform(values[0], values[1], values[2], values[3], values[4], values[5]);
    }

    private static Reading reading(JsonParser json) throws IOException {
        Json.object(json);
        Engine engine = null;
        Set<Engine> engines = null;
        EngineReason reason = null;
        String language = null;
        Set<PageStep> degraded = EnumSet.noneOf(PageStep.class);
        double unread = 0;
        for (String name = Json.field(json); name != null; name = Json.field(json)) {
            switch (name) {
                case "engine" -> engine = Engine.fromWireName(Json.text(json));
                case "engines" ->
                    engines = new LinkedHashSet<>(Json.list(json, each -> Engine.fromWireName(Json.text(each))));
                case "reason" -> reason = EngineReason.fromWireName(Json.text(json));
                case "language" -> language = Json.textOrNull(json);
                case "degraded" -> // names of a newer version are passed over
                    Json.list(json, each -> PageStep.fromWireName(Json.text(each)))
                            .forEach(step -> step.ifPresent(degraded::add));
                case "unread" -> unread = Json.number(json);
                default -> json.skipChildren();
            }
        }
        return new Reading(
                Json.required(engine, "engine"),
                Json.required(engines, "engines"),
                Json.required(reason, "reason"),
                language,
                degraded,
                unread);
    }

    /** Empty for one that an older release kept and that may not lead where it does. */
    private static Optional<Link> link(JsonParser json) throws IOException {
        Json.object(json);
        BoundingBox box = null;
        String uri = null;
        for (String name = Json.field(json); name != null; name = Json.field(json)) {
            switch (name) {
                case "box" -> box = Boxes.read(json);
                case "uri" -> uri = Json.text(json);
                default -> json.skipChildren();
            }
        }
        return Link.of(Json.required(box, "box"), Json.required(uri, "uri"));
    }

    private static Map<String, Double> debug(JsonParser json) throws IOException {
        Json.object(json);
        Map<String, Double> values = new HashMap<>();
        for (String name = Json.field(json); name != null; name = Json.field(json)) {
            values.put(name, Json.number(json));
        }
        return values;
    }
}
