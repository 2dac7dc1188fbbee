package dev.pagewright.worker.recognition.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.Engine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalibrationTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void neverTurnsTheOrderOfConfidencesRound(Engine engine) {
        double last = 0;
        for (int i = 0; i <= 1000; i++) {
            double probability = Calibration.probability(engine, i / 1000.0);
            assertThat(probability).isBetween(last, 1.0);
            last = probability;
        }
    }
}
