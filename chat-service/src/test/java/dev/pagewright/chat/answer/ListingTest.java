package dev.pagewright.chat.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.chat.testing.Asked;
import dev.pagewright.document.testing.PageBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists and tables of several lengths in four languages: told whole, every item cited, or it is said how many more there are. */
class ListingTest {

    /** What an answer tells of a list. */
    private static final int TOLD = 12;

    /**
     * @param heading of a list, asked for by the first question
     * @param columns of a table under the second heading, asked for by the second
     * @param more what is said of eight that are left out
     */
    private record Kind(
            String language,
            String heading,
            String list,
            String other,
            List<String> columns,
            String table,
            String more) {}

    private static final List<Kind> ALL = List.of(
            new Kind(
                    "en",
                    "Allergens",
                    "What allergens are listed?",
                    "Spare parts",
                    List.of("Part", "Price"),
                    "Which spare parts are there?",
                    "and 8 more"),
            new Kind(
                    "de",
                    "Allergene",
                    "Welche Allergene sind aufgeführt?",
                    "Ersatzteile",
                    List.of("Teil", "Preis"),
                    "Welche Ersatzteile gibt es?",
                    "und 8 weitere"),
            new Kind(
                    "fr",
                    "Allergènes",
                    "Quels sont les allergènes ?",
                    "Pièces détachées",
                    List.of("Pièce", "Prix"),
                    "Quelles pièces détachées y a-t-il ?",
                    "et 8 de plus"),
            new Kind(
                    "es",
                    "Alérgenos",
                    "¿Cuáles son los alérgenos?",
                    "Repuestos",
                    List.of("Pieza", "Precio"),
                    "¿Cuáles son los repuestos?",
                    "y 8 más"));

    @Test
    void a_list_is_told_whole_or_it_is_said_how_many_more_there_are() {
        List<String> wrong = new ArrayList<>();
        for (Kind kind : ALL) {
            for (int size : List.of(2, 5, TOLD, TOLD + 8)) {
                Asked document = document(kind, size);
                judge(kind, size, kind.list, "Foodstuff", document, wrong);
                judge(kind, size, kind.table, "Gasket", document, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void judge(Kind kind, int size, String question, String name, Asked document, List<String> wrong) {
        Answer answer = new ExtractiveAnswering(ExtractiveAnswering.CALIBRATED)
                .answer(document.index(), document.shown(), question, List.of(), Answering.TokenSink.NONE);
        int told = Math.min(size, TOLD);
        boolean all = true;
        for (int i = 0; i < told; i++) {
            all &= answer.content().contains(name + letter(i));
        }
        if (!all
                || answer.citations().size() != told
                || answer.content().contains(kind.more) != size > TOLD
                || (told < size && answer.content().contains(name + letter(told)))) {
            wrong.add(size + " " + question + " | " + answer.content() + " "
                    + answer.citations().size());
        }
    }

    private static Asked document(Kind kind, int size) {
        var page = new PageBuilder(0).heading(1, "Northfold").heading(2, kind.heading);
        List<List<String>> rows = new ArrayList<>();
        rows.add(kind.columns);
        for (int i = 0; i < size; i++) {
            page.item(0, "•", false, "Foodstuff" + letter(i));
            rows.add(List.of("Gasket" + letter(i), (i + 3) + ".50"));
        }
        page.heading(2, kind.other).table(true, rows);
        return Asked.of(kind.language, List.of(page.build()));
    }

    private static String letter(int i) {
        return String.valueOf((char) ('A' + i)) + "z";
    }
}
