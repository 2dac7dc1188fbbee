package dev.pagewright.chat.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.chat.testing.Asked;
import dev.pagewright.document.testing.PageBuilder;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
