package dev.pagewright.worker.vision;

import dev.pagewright.worker.model.ModelSettings;

/**
 * A vision endpoint.
 *
 * @param maxSide pixels of the longer side of a picture that is sent; 0 for what the profile takes
 */
public record VisionSettings(ModelSettings model, PromptProfile profile, int maxSide) {

    int side() {
        return maxSide > 0 ? maxSide : profile.maxSide();
    }
}
