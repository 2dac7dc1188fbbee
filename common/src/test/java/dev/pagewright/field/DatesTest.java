package dev.pagewright.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Date: 25/FEB/2017|2017-02-25",
                "30-06-201822:16:06|2018-06-30",
                "30-06-1822:16|2018-06-30",
                "30/06/20181:12:43PM|2018-06-30",
                "le 3 février 2024|2024-02-03",
                "March 5, 2021 14:00|2021-03-05",
                "2022-11-28|2022-11-28",
                "12/24/2020|2020-12-24",
                "den 3. Dezember 2019|2019-12-03",
                "٢٨/١١/٢٠٢٢|2022-11-28",
                "2024年3月5日|2024-03-05",
                "Tel 03-5542 3228|",
                "31/02/2020|"
            })
    void days_are_found_as_rows_write_them(String row, LocalDate date) {
        List<LocalDate> dates = Dates.in(row, false);

        assertThat(dates.isEmpty() ? null : dates.getFirst()).isEqualTo(date);
    }

    @Test
    void a_date_that_could_be_either_has_its_month_first_where_that_is_told() {
        assertThat(Dates.in("03/04/2024", true)).containsExactly(LocalDate.of(2024, 3, 4));
        assertThat(Dates.in("03/04/2024", false)).containsExactly(LocalDate.of(2024, 4, 3));
        assertThat(Dates.in("03.04.2024", true)).containsExactly(LocalDate.of(2024, 4, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "ar"})
    void every_month_is_known_by_its_name(String language) {
        var locale = Locale.forLanguageTag(language);
        for (int month = 1; month <= 12; month++) {
            LocalDate date = LocalDate.of(2024, month, 17);
            String name = date.getMonth().getDisplayName(TextStyle.FULL, locale);

            assertThat(Dates.in("17 " + name + " 2024", false)).as(name).containsExactly(date);
            assertThat(Dates.in(date.format(DateTimeFormatter.ofPattern("d MMMM yyyy", locale)), false))
                    .containsExactly(date);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12:41|12:41",
                "22:16:06|22:16",
                "2:41 PM|14:41",
                "12:05 am|00:05",
                "14.30 Uhr|14:30",
                "12時30分|12:30",
                "14h05|14:05",
                "١٢:٤١|12:41",
                "24.12.2025|",
                "Total 12.41|"
            })
    void times_are_found_to_the_minute(String row, LocalTime time) {
        assertThat(Times.first(row)).isEqualTo(time);
    }
}
