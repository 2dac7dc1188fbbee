package dev.pagewright.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a worker made of a task: small, the text lies in the blob store. Keyed by job. Idempotent: a second outcome
 * of the same page or revision changes nothing.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PageOutcome.Started.class, name = "started"),
    @JsonSubTypes.Type(value = PageOutcome.Read.class, name = "read"),
    @JsonSubTypes.Type(value = PageOutcome.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = PageOutcome.Assembled.class, name = "assembled"),
    @JsonSubTypes.Type(value = PageOutcome.Translated.class, name = "translated")
})
public sealed interface PageOutcome {

    String jobId();

    int attempt();

    /** The first page of a job was taken up; sent at most once a page. */
    record Started(String jobId, int attempt, int pageIndex) implements PageOutcome {
        public Started {
            Objects.requireNonNull(jobId);
        }
    }

    /**
     * A page was read.
     *
     * @param documentKey blob key of the page document
     * @param engine wire name of what read most of the words
     * @param engines wire names of all that took part
     * @param reason wire name of the engine reason
     * @param meanConfidence null on a page without text
     * @param milliseconds time the page took in the worker
     */
    record Read(
            String jobId,
            int attempt,
            int pageIndex,
            String documentKey,
            String engine,
            List<String> engines,
            String reason,
            @Nullable String language,
            @Nullable Double meanConfidence,
            int words,
            int tables,
            long milliseconds)
            implements PageOutcome {
        public Read {
            Objects.requireNonNull(jobId);
            Objects.requireNonNull(documentKey);
            Objects.requireNonNull(engine);
            Objects.requireNonNull(reason);
            engines = List.copyOf(engines);
        }
    }

    /** @param code wire name of a {@code PageErrorCode} */
    record Failed(String jobId, int attempt, int pageIndex, String code, String detail) implements PageOutcome {
        public Failed {
            Objects.requireNonNull(jobId);
            Objects.requireNonNull(code);
            Objects.requireNonNull(detail);
        }
    }

    /**
     * The document pass is done.
     *
     * @param changedPages blob key of the new document of each page that the pass changed, by page index
     */
    record Assembled(
            String jobId,
            int attempt,
            int revision,

            @JsonSerialize(using = BlobKeyJson.MapWriter.class) @JsonDeserialize(using = BlobKeyJson.MapReader.class)
            Map<Integer, String> changedPages,

            @Nullable String language)
            implements PageOutcome {
        public Assembled {
            Objects.requireNonNull(jobId);
            changedPages = Map.copyOf(changedPages);
        }
    }

    /**
     * The translation is done, as far as it could be.
     *
     * @param documents blob key of the translated document of each page, by page index
     * @param translated indexes of the pages on which something was translated, or nothing was to be
     */
    record Translated(
            String jobId,
            int attempt,
            int revision,

            @JsonSerialize(using = BlobKeyJson.MapWriter.class) @JsonDeserialize(using = BlobKeyJson.MapReader.class)
            Map<Integer, String> documents,

            List<Integer> translated)
            implements PageOutcome {
        public Translated {
            Objects.requireNonNull(jobId);
            documents = Map.copyOf(documents);
            translated = List.copyOf(translated);
        }
    }
}
