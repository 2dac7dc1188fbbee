package dev.pagewright.export.zip;

import dev.pagewright.export.format.ExportRefusedException;
import dev.pagewright.export.format.ExportSource;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.Format;
import dev.pagewright.export.format.Unclosable;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** All other formats in one archive. A format that cannot be given is there as a text file that says why. */
@Singleton
public class ZipExporter implements Exporter {

    private static final String NAME = "zip";

    private final Iterable<Exporter> all;

    @Inject
    ZipExporter(Instance<Exporter> all) {
        this((Iterable<Exporter>) all);
    }

    /** @param all every exporter, this one included or not; looked through when an archive is written */
    ZipExporter(Iterable<Exporter> all) {
        this.all = all;
    }

    @Override
    public Format format() {
        return new Format(NAME, "Everything", "application/zip", "zip");
    }

    @Override
    public void write(ExportSource source, OutputStream output) throws IOException {
        var zip = new ZipOutputStream(output, StandardCharsets.UTF_8);
        for (Exporter exporter : others()) {
            entry(zip, exporter, source);
        }
        zip.finish();
        zip.flush();
    }

    private List<Exporter> others() {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(exporter -> !exporter.format().name().equals(NAME))
                .sorted(Comparator.comparing(exporter -> exporter.format().name()))
                .toList();
    }

    private static void entry(ZipOutputStream zip, Exporter exporter, ExportSource source) throws IOException {
        Format format = exporter.format();
        String extension = format.extension().equals("xml") ? format.name() + ".xml" : format.extension();
        zip.putNextEntry(new ZipEntry("document." + extension));
        String refusal = null;
        try {
            exporter.write(source, new Unclosable(zip));
        } catch (ExportRefusedException e) {
            refusal = e.detail();
        }
        zip.closeEntry();
        if (refusal != null) {
            zip.putNextEntry(new ZipEntry("document." + extension + ".not-possible.txt"));
            zip.write(refusal.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }
}
