package dev.pagewright.export.download;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.pagewright.export.format.ExportOption;
import dev.pagewright.export.format.Format;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Every download format with its options, for the gateway's {@code capabilities}. */
@Path("/inner/v1/formats")
public class FormatsResource {

    /** @param mediaType as in the {@code Content-Type} of the download */
    public record FormatView(
            String name,
            String title,
            @JsonProperty("media_type") String mediaType,
            String extension,
            List<OptionView> options) {}

    public record OptionView(String name, String summary, String expected) {}

    private final Formats formats;

    FormatsResource(Formats formats) {
        this.formats = formats;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<FormatView> all() {
        return formats.all().stream().map(FormatsResource::view).toList();
    }

    private static FormatView view(Format format) {
        return new FormatView(
                format.name(),
                format.title(),
                format.mediaType(),
                format.extension(),
                format.options().stream().map(FormatsResource::view).toList());
    }

    private static OptionView view(ExportOption option) {
        return new OptionView(option.name(), option.summary(), option.expected());
    }
}
