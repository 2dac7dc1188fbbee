package dev.pagewright.worker.wiring;

import dev.pagewright.worker.model.ModelSettings;
import dev.pagewright.worker.vision.PromptProfile;
import dev.pagewright.worker.vision.VisionSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The vision endpoint of the tier {@code vlm}: any that speaks OpenAI's protocol for chat completions. */
@ConfigMapping(prefix = "pagewright.vision")
public interface VisionConfig {

    /** Up to and with the version, such as {@code http://host:8000/v1}. Without it there is none. */
    Optional<URI> url();

    /** As the endpoint names it. */
    Optional<String> model();

    Optional<String> key();

    /**
     * Of a page's questions, all attempts together; a page asks at most three quarters of the time that it has left. So
     * a page whose endpoint hangs is read without it within 75 s: what is left of them is for the local engines.
     */
    @WithDefault("50s")
    Duration timeout();

    /** Questions at one time, of one worker. */
    @WithDefault("4")
    int concurrency();

    /** {@code generic}, {@code olmocr}, {@code qwen-vl}, {@code paddleocr-vl}, {@code deepseek-ocr}, {@code dots-ocr}. */
    @WithDefault("generic")
    String profile();

    /** Pixels of the longer side of a picture that is sent; 0: what the profile's models are made for. */
    @WithDefault("0")
    int maxSide();

    /** What an answer may have at most; some endpoints refuse more than their model's context. */
    @WithDefault("8192")
    int maxTokens();

    /** @throws IllegalArgumentException where a setting is missing or wrong: the start is stopped, saying which */
    default @Nullable VisionSettings settings() {
        if (url().isEmpty()) {
            return null;
        }
        String name = model().orElseThrow(() ->
                new IllegalArgumentException("PAGEWRIGHT_VISION_URL is set, PAGEWRIGHT_VISION_MODEL is not"));
        var settings = new ModelSettings(
                url().get(), name, key().orElse(null), timeout().toMillis(), concurrency(), maxTokens());
        return new VisionSettings(settings, PromptProfile.of(profile()), maxSide());
    }
}
