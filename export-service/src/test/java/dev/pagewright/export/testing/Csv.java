package dev.pagewright.export.testing;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.List;

/** Reads comma-separated values with another library than wrote them. */
public final class Csv {

    private Csv() {}

    /** Records; a blank line is one of a single empty field. */
    public static List<List<String>> rows(byte[] file) {
        var mapper = CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
        try (var rows = mapper.readerForListOf(String.class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .<List<String>>readValues(file)) {
            return rows.readAll();
        } catch (IOException e) {
            throw new AssertionError("not CSV", e);
        }
    }
}
