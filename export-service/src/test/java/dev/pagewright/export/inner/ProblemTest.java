package dev.pagewright.export.inner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

    @ParameterizedTest
    @EnumSource(names = {"OVERLOADED", "DEPENDENCY_UNAVAILABLE"})
    void whatPassesByItselfSaysWhenToComeBack(ErrorCode code) {
        var response = Problem.response(code, "detail");

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeaderString("Retry-After")).isEqualTo("5");
    }

    @Test
    void whatDoesNotPassByItselfDoesNotAskToComeBack() {
        var response = Problem.response(ErrorCode.FILE_TOO_LARGE, "detail");

        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(response.getHeaderString("Retry-After")).isNull();
    }
}
