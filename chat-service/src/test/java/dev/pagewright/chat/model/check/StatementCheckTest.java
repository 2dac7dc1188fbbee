package dev.pagewright.chat.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.chat.retrieval.TextAnalysis;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pairs of a passage and what a model makes of it, true and false, in many notations and languages. */
class StatementCheckTest {

    private static final char APART = '|';

    @ParameterizedTest
    @CsvSource(delimiter = APART, textBlock = """
            en | Net result (1,234) | The net loss was 1,234.
            en | Net result (1,234) | The net result was (1,234).
            en | Net result (1,234) | The net result was -1,234.
            en | Loss for the year 1,234 | The loss for the year was -1,234.
            en | Revenue 6,528 | Revenue was 6528.
            en | Revenue 6,528 | Revenue was 6 528.
            en | Revenue 6,528 | Revenue was 6.528.
            de | Umsatz 6.528 | Der Umsatz war 6,528.
            en | Revenue $5.2 million | Revenue was $5,200,000.
            en | Revenue $5.2m | Revenue was $5.2 million.
            en | Revenue EUR 5.2 bn | Revenue was 5.2 billion EUR.
            de | Umsatz Mio. € 52 | Der Umsatz lag bei 52 Mio. €.
            zh | 收入 5.2 万元 | 收入为 52000 元。
            en | Notice period: thirty days | The notice period is 30 days.
            en | Notice period: 30 days | The notice period is thirty days.
            en | Delivered in twelve boxes | It was delivered in twelve boxes.
            en | Call 18 240 or 16 905 | The first number is 18 240.
            en | Margin 12.5% | The margin was 12.5 percent.
            ar | المجموع ١٬٢٣٤ | المجموع 1,234
            en | Revenue in lakh: 12,34,567 | Revenue was 1,234,567 lakh.
            en | The tenant pays 845 a month | The rent, which the tenant pays each month, is 845.
            en | Due on 31.12.2024 | It is due on 31 12 2024.
            fr | Le loyer est de 845 euros par mois | Le loyer est de 845 euros par mois.
            en | Clause "no pets allowed" applies | It says “no pets allowed”.
            en | Assets fell from 20 to 12 | Assets fell from 20 to 12.
            """)
    void keeps_what_its_passage_says(String language, String passage, String statement) {
        assertThat(flagged(language, passage, statement)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = APART, textBlock = """
            en | Net result (1,234) | The net profit was 1,234.
            en | Net result (1,234) | The result was 1,234.
            en | Net profit 1,234 | The net loss was 1,234.
            en | Net profit 1,234 | The result was -1,234.
            de | Jahresüberschuss 1.234 | Der Jahresfehlbetrag, ein Verlust, war 1.234.
            en | Revenue 6,528 | Revenue was 6,582.
            en | Revenue $5.2 million | Revenue was $5.2.
            en | Revenue $5.2 million | Revenue was $5.2 billion.
            en | Revenue $5.2 million | Revenue was $5.2bn.
            en | Revenue $5.2 million | Revenue was $5.2M thousand times 7.
            en | Revenue 52 | Revenue was $M 52.
            de | Umsatz 52 | Der Umsatz lag bei Mio. € 52.
            zh | 收入 5.2 元 | 收入为 5.2 万元。
            en | Numbers 18 240 and 16 905 | The number is 18 905.
            en | Notice period: 30 days | The notice period is ninety days.
            de | Kündigungsfrist 30 Tage | Die Kündigungsfrist beträgt neunzig Tage.
            fr | préavis de 30 jours | Le préavis est de soixante jours.
            en | Margin 12.5 | The margin was 12.5%.
            en | Opened in 2023 | Revenue was $2,023.
            en | Revenue grew | Revenue was ٩٩.
            en | The tenant pays 845 | He pays 845, and the landlord hides stolen paintings downstairs.
            en | The tenant pays 845 | The haunted castle's furious ghost demands 845.
            de | Der Mieter zahlt 845 Euro | Der Vermieter wurde wegen Betrugs verurteilt und zahlt 845 Euro.
            en | no pets allowed | It says “all pets welcome here”.
            de | keine Haustiere erlaubt | Es heißt „alle Haustiere willkommen“.
            ja | ペット禁止 | 「ペット歓迎」とあります。
            en | Contract A17 | The contract is B99X.
            """)
    void flags_what_its_passage_does_not_say(String language, String passage, String statement) {
        assertThat(flagged(language, passage, statement)).isNotEmpty();
    }

    private static List<String> flagged(String language, String passage, String statement) {
        return new StatementCheck(TextAnalysis.of(language))
                .unsupported(statement, List.of(new Source(passage, passage, 1)), "");
    }

    @ParameterizedTest
    @CsvSource({
        "What was revenue in 2023?, Revenue in 2023 was 52., true",
        "What was revenue in 2023?, Revenue was 2023., false",
        "What was revenue in 2024?, Revenue in 2023 was 52., false"
    })
    void lets_the_questions_year_be_repeated_as_a_year_alone(String question, String statement, boolean kept) {
        assertThat(new StatementCheck(TextAnalysis.of("en"))
                        .unsupported(statement, List.of(new Source("Revenue 52", "Revenue 52", 1)), question)
                        .isEmpty())
                .isEqualTo(kept);
    }
}
