package dev.pagewright.benchmarks.exports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.benchmarks.languages.CharacterErrors;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.stored.PageLineCodec;
import dev.pagewright.export.receipt.Receipt;
import dev.pagewright.export.receipt.ReceiptReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code ReceiptFields PAGES CORPUS [-v]}: how many receipts and invoices of a corpus have merchant, date and total told
 * rightly by the receipt exporter. PAGES holds the first pages as {@code chat.ReadPages} writes them; CORPUS has a
 * {@code manifest.jsonl} whose items have a truth of the type {@code json-keys}: an object, or a list of one, with
 * {@code company} or {@code issuer}, {@code date}, {@code total} or {@code amount}. Prints shares by subkind; what a
 * truth does not tell is not counted.
 */
public final class ReceiptFields {

    /** Share of a name's letters that may be read wrongly: reading is measured elsewhere. */
    private static final double MISREAD = 0.1;

    private static final List<String> DATES = List.of(
            "yyyy-MM-dd",
            "dd/MM/yyyy",
            "dd-MM-yyyy",
            "dd/MM/yy",
            "dd-MM-yy",
            "dd/MMM/yyyy",
            "d MMM yyyy",
            "yyyy/MM/dd");

    private final Map<String, int[]> counts = new TreeMap<>();
    private final boolean verbose;

    private ReceiptFields(boolean verbose) {
        this.verbose = verbose;
    }

    public static void main(String[] arguments) throws IOException {
        Path pages = Path.of(arguments[0]);
        Path corpus = Path.of(arguments[1]);
        var fields = new ReceiptFields(List.of(arguments).contains("-v"));
        var json = new ObjectMapper();
        for (String line : Files.readAllLines(corpus.resolve("manifest.jsonl"))) {
            JsonNode item = json.readTree(line);
            Path page = pages.resolve(item.path("id").asText() + ".ndjson");
            for (JsonNode truth : item.path("truth")) {
                if (truth.path("type").asText().equals("json-keys") && Files.exists(page)) {
                    JsonNode keys = json.readTree(
                            corpus.resolve(truth.path("file").asText()).toFile());
                    fields.judge(item, keys.isArray() ? keys.path(0) : keys, read(page));
                }
            }
        }
        fields.report();
    }

    private static @Nullable Receipt read(Path page) throws IOException {
        try (var lines = PageLineCodec.readAll(Files.newInputStream(page))) {
            return lines.hasNext() && lines.next() instanceof PageResult.Read read
                    ? ReceiptReader.read(read.page())
                    : null;
        }
    }

    private void judge(JsonNode item, JsonNode keys, @Nullable Receipt receipt) {
        String kind = item.path("subkind").asText();
        String id = item.path("id").asText();
        String merchant = keys.path("company").asText(keys.path("issuer").asText());
        if (!merchant.isEmpty()) {
            String told = receipt == null || receipt.merchant() == null ? "" : receipt.merchant();
            count(kind, 0, CharacterErrors.rate(folded(merchant), folded(told), "") <= MISREAD, id, merchant, told);
        }
        LocalDate date = date(keys.path("date").asText());
        if (date != null) {
            LocalDate told = receipt == null ? null : receipt.date();
            count(kind, 1, date.equals(told), id, date, told);
        }
        String total = keys.path("total").asText(keys.path("amount").asText()).replaceAll("[^0-9.]", "");
        if (!total.isEmpty()) {
            BigDecimal told = receipt == null ? null : receipt.total();
            count(kind, 2, told != null && told.compareTo(new BigDecimal(total)) == 0, id, total, told);
        }
    }

    private void count(String kind, int field, boolean right, String id, Object truth, @Nullable Object told) {
        int[] count = counts.computeIfAbsent(kind, k -> new int[6]);
        count[2 * field] += right ? 1 : 0;
        count[2 * field + 1]++;
        if (verbose && !right) {
            print(id + ": " + truth + " told as " + told);
        }
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    private static @Nullable LocalDate date(String text) {
        for (String pattern : DATES) {
            try {
                return LocalDate.parse(
                        text,
                        new DateTimeFormatterBuilder()
                                .parseCaseInsensitive()
                                .appendPattern(pattern)
                                .toFormatter(Locale.ENGLISH));
            } catch (DateTimeException e) {
                // another pattern
            }
        }
        return null;
    }

    private void report() {
        print("| kind | merchant | date | total |");
        print("|---|---|---|---|");
        counts.forEach((kind, count) -> print("| %s | %d of %d | %d of %d | %d of %d |"
                .formatted(kind, count[0], count[1], count[2], count[3], count[4], count[5])));
    }

    @SuppressWarnings("SystemOut") // the report
    private static void print(String line) {
        System.out.println(line);
    }
}
