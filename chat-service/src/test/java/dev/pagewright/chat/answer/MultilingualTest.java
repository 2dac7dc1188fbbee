package dev.pagewright.chat.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.chat.testing.Asked;
import dev.pagewright.document.testing.PageBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions in the document's language, without a model. */
class MultilingualTest {

    static List<Arguments> questions() {
        return List.of(
                Arguments.of(
                        "de",
                        List.of(
                                "Die Gemeinde Oberau wurde im Jahr 1312 gegründet und hat 4.870 Einwohner.",
                                "Der Bürgermeister heißt Anton Feldkircher. Er wurde im Mai gewählt.",
                                "Das Hallenbad öffnet täglich um neun Uhr."),
                        "Wie heißt der Bürgermeister?",
                        "Anton Feldkircher",
                        2,
                        "Wie viele Elefanten leben in Afrika?",
                        "Das steht nicht im Dokument."),
                Arguments.of(
                        "fr",
                        List.of(
                                "La bibliothèque municipale possède 58 000 ouvrages.",
                                "Le contrat de location prend fin le 30 juin. Le loyer mensuel est de 845 euros.",
                                "Les animaux ne sont pas admis dans le parc."),
                        "Quel est le loyer mensuel ?",
                        "845 euros",
                        2,
                        "Qui a inventé le téléphone ?",
                        "Le document ne le dit pas."),
                Arguments.of(
                        "zh",
                        List.of("本公司成立于一九九八年，总部位于杭州。", "二零二三年公司的营业收入为三亿二千万元。", "员工食堂每天供应午餐。"),
                        "公司的总部位于哪里？",
                        "杭州",
                        1,
                        "谁发明了电话？",
                        "文档中没有说明。"),
                Arguments.of(
                        "ar",
                        List.of(
                                "تأسست المكتبة في مدينة فاس عام 1925.",
                                "يبلغ عدد الموظفين في الشركة 312 موظفا.",
                                "تفتح الحديقة أبوابها كل صباح."),
                        "كم عدد الموظفين في الشركة؟",
                        "312",
                        2,
                        "من اخترع الهاتف؟",
                        "لا يذكر المستند ذلك."));
    }

    @ParameterizedTest
    @CsvSource({
        "de, Wie groß war der Gewinn 2023?, Jahresüberschuss – 2023: 1.028 (S. 1)",
        "fr, Quel était le chiffre d'affaires en 2023 ?, Chiffre d'affaires – 2023: 16 905 (p. 1)",
        "zh, 净利润是多少？, '净利润: 1,220 (2024); 1,028 (2023) (第1页)'",
        "ar, كم كانت الإيرادات في عام 2023؟, 'الإيرادات – 2023: 16,905 (ص 1)'"
    })
    void a_figure_is_answered_by_its_field(String language, String question, String answer) {
        List<List<String>> rows =
                switch (language) {
                    case "de" ->
                        List.of(
                                List.of("Umsatzerlöse", "18.240", "16.905"),
                                List.of("Jahresüberschuss", "1.220", "1.028"));
                    case "fr" ->
                        List.of(
                                List.of("Chiffre d'affaires", "18 240", "16 905"),
                                List.of("Résultat net", "1 220", "1 028"));
                    case "zh" -> List.of(List.of("营业收入", "18,240", "16,905"), List.of("净利润", "1,220", "1,028"));
                    default ->
                        List.of(List.of("الإيرادات", "18,240", "16,905"), List.of("صافي الربح", "1,220", "1,028"));
                };
        List<List<String>> table = new ArrayList<>(List.of(List.of("", "2024", "2023")));
        table.addAll(rows);
        Asked document =
                Asked.of(language, List.of(new PageBuilder(0).table(true, table).build()));

        assertThat(ask(document, question).content()).isEqualTo(answer);
    }

    @Test
    void words_of_asking_tell_nothing_where_no_blanks_part_them() {
        Asked document = Asked.of(
                "zh",
                List.of(new PageBuilder(0).paragraph("本公司成立于一九九八年，总部位于杭州。").build()));

        assertThat(ask(document, "总部在哪里？").content()).contains("杭州");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void answers_and_refuses_in_the_languages_words(
            String language,
            List<String> pages,
            String question,
            String answer,
            int page,
            String strange,
            String refusal) {
        Asked document = Asked.of(
                language,
                java.util.stream.IntStream.range(0, pages.size())
                        .mapToObj(i -> new PageBuilder(i)
                                .language(language)
                                .paragraph(pages.get(i))
                                .build())
                        .toList());

        Answer known = ask(document, question);
        Answer unknown = ask(document, strange);

        assertThat(known.content()).contains(answer);
        assertThat(known.citations().getFirst().page()).isEqualTo(page);
        assertThat(unknown.content()).isEqualTo(refusal);
        assertThat(unknown.citations()).isEmpty();
    }

    private static Answer ask(Asked document, String question) {
        return new ExtractiveAnswering(ExtractiveAnswering.CALIBRATED)
                .answer(document.index(), document.shown(), question, List.of(), Answering.TokenSink.NONE);
    }
}
