package dev.pagewright.chat.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelledValuesTest {

    @Test
    void several_pairs_of_a_line_are_parted_where_the_next_label_begins() {
        assertThat(LabelledValues.in("Patient: Mr Otto Brandt Lab number: 25-139 Date of birth: 11/02/1968"))
                .extracting(pair -> pair.label() + "=" + pair.value())
                .containsExactly("Patient=Mr Otto Brandt", "Lab number=25-139", "Date of birth=11/02/1968");
    }

    @Test
    void a_time_of_day_is_no_label() {
        assertThat(LabelledValues.in("Sample taken: 19/05/2025, 08:15"))
                .extracting(LabelledValues.Pair::value)
                .containsExactly("19/05/2025, 08:15");
    }

    @Test
    void leaders_and_wide_colons_part_labels_from_values() {
        assertThat(LabelledValues.in("Starter ........ 12.50"))
                .extracting(pair -> pair.label() + "=" + pair.value())
                .containsExactly("Starter=12.50");
        assertThat(LabelledValues.in("份量：4人份准备时间：30分钟"))
                .extracting(pair -> pair.label() + "=" + pair.value())
                .contains("份量=4人份", "准备时间=30分钟");
    }
}
