package dev.pagewright.chat.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.chat.testing.Asked;
import dev.pagewright.document.testing.PageBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Yes or no is said where the document says it, in twelve languages, and never where it says nothing of it. */
class YesOrNoTest {

    /**
     * @param lines of the document
     * @param yes questions that it affirms
     * @param no questions that it denies
     * @param open questions about which it says neither
     */
    private record Said(String language, List<String> lines, List<String> yes, List<String> no, List<String> open) {}

    private static final List<Said> ALL = List.of(
            new Said(
                    "en",
                    List.of(
                            "Breakfast is included in the price.",
                            "Parking is not included.",
                            "Pets are forbidden in the rooms.",
                            "Smoking on the balcony: yes",
                            "Payment: cash",
                            "Deposit paid: no",
                            "Second vehicle in the household: [ ] Yes [X] No",
                            "The request for the greenhouse was postponed.",
                            "Total amount: 215.00 EUR"),
                    List.of(
                            "Is breakfast included?",
                            "Is smoking on the balcony allowed?",
                            "Is the total amount more than 100 EUR?",
                            "Is the total amount 215.00 EUR?",
                            "Is the total amount less than 300 EUR?"),
                    List.of(
                            "Is parking included?",
                            "Is the deposit paid?",
                            "Is smoking on the balcony forbidden?",
                            "Are pets allowed in the rooms?",
                            "Is there a second vehicle in the household?",
                            "Was the request for the greenhouse approved?",
                            "Is the total amount more than 500 EUR?",
                            "Is the total amount 300.00 EUR?"),
                    List.of(
                            "Is the sauna included?",
                            "Can I pay by card?",
                            "Are bicycles allowed?",
                            "Is breakfast vegetarian?",
                            "Was the request for the pond approved?",
                            "Is the lift insured?")),
            new Said(
                    "de",
                    List.of(
                            "Das Frühstück ist im Preis enthalten.",
                            "Der Parkplatz ist nicht enthalten.",
                            "Haustiere sind verboten.",
                            "Gesamtbetrag: 215,00 EUR"),
                    List.of(
                            "Ist das Frühstück enthalten?",
                            "Ist der Gesamtbetrag höher als 100 EUR?",
                            "Ist das Frühstück inbegriffen?"),
                    List.of(
                            "Ist der Parkplatz enthalten?",
                            "Sind Haustiere erlaubt?",
                            "Ist der Gesamtbetrag höher als 500 EUR?"),
                    List.of("Ist die Sauna enthalten?", "Sind Fahrräder erlaubt?")),
            new Said(
                    "fr",
                    List.of(
                            "Le petit déjeuner est compris dans le prix.",
                            "Le parking est non compris.",
                            "Les animaux sont interdits.",
                            "Montant total : 215,00 EUR"),
                    List.of("Le petit déjeuner est-il compris ?", "Le montant total est-il supérieur à 100 EUR ?"),
                    List.of(
                            "Est-ce que le parking est compris ?",
                            "Est-ce que les animaux sont autorisés ?",
                            "Le montant total est-il supérieur à 500 EUR ?"),
                    List.of("Le sauna est-il compris ?", "Est-ce que les vélos sont autorisés ?")),
            new Said(
                    "es",
                    List.of(
                            "El desayuno está incluido en el precio.",
                            "El aparcamiento no está incluido.",
                            "Los animales están prohibidos.",
                            "Importe total: 215,00 EUR"),
                    List.of("¿Está incluido el desayuno?", "¿Es el importe total superior a 100 EUR?"),
                    List.of(
                            "¿Está incluido el aparcamiento?",
                            "¿Están permitidos los animales?",
                            "¿Es el importe total superior a 500 EUR?"),
                    List.of("¿Está incluida la sauna?", "¿Están permitidas las bicicletas?")),
            new Said(
                    "it",
                    List.of(
                            "La colazione è inclusa nel prezzo.",
                            "Il parcheggio non è incluso.",
                            "Gli animali sono vietati.",
                            "Importo totale: 215,00 EUR"),
                    List.of("È inclusa la colazione?", "È l'importo totale superiore a 100 EUR?"),
                    List.of(
                            "È incluso il parcheggio?",
                            "Sono ammessi gli animali?",
                            "È l'importo totale superiore a 500 EUR?"),
                    List.of("È inclusa la sauna?", "Sono ammesse le biciclette?")),
            new Said(
                    "pt",
                    List.of(
                            "O pequeno-almoço está incluído no preço.",
                            "O estacionamento não está incluído.",
                            "Os animais são proibidos.",
                            "Valor total: 215,00 EUR"),
                    List.of("Está incluído o pequeno-almoço?", "É o valor total superior a 100 EUR?"),
                    List.of(
                            "Está incluído o estacionamento?",
                            "São permitidos os animais?",
                            "É o valor total superior a 500 EUR?"),
                    List.of("Está incluída a sauna?", "São permitidas as bicicletas?")),
            new Said(
                    "nl",
                    List.of(
                            "Het ontbijt is inbegrepen in de prijs.",
                            "De parkeerplaats is niet inbegrepen.",
                            "Huisdieren zijn verboden.",
                            "Totaalbedrag: 215,00 EUR"),
                    List.of("Is het ontbijt inbegrepen?", "Is het totaalbedrag hoger dan 100 EUR?"),
                    List.of(
                            "Is de parkeerplaats inbegrepen?",
                            "Zijn huisdieren toegestaan?",
                            "Is het totaalbedrag hoger dan 500 EUR?"),
                    List.of("Is de sauna inbegrepen?", "Zijn fietsen toegestaan?")),
            new Said(
                    "pl",
                    List.of(
                            "Śniadanie jest wliczone w cenę.",
                            "Parking nie jest wliczony.",
                            "Zwierzęta są zabronione.",
                            "Kwota razem: 215,00 EUR"),
                    List.of("Czy śniadanie jest wliczone?", "Czy kwota razem jest wyższa niż 100 EUR?"),
                    List.of(
                            "Czy parking jest wliczony?",
                            "Czy zwierzęta są dozwolone?",
                            "Czy kwota razem jest wyższa niż 500 EUR?"),
                    List.of("Czy sauna jest wliczona?", "Czy rowery są dozwolone?")),
            new Said(
                    "ru",
                    List.of(
                            "Завтрак включен в стоимость.",
                            "Парковка не включена.",
                            "Животные запрещены.",
                            "Итого: 215,00 EUR"),
                    List.of("Включен ли завтрак?", "Завтрак включен ли?"),
                    List.of("Включена ли парковка?", "Разрешены ли животные?"),
                    List.of("Включена ли сауна?", "Разрешены ли велосипеды?")),
            new Said(
                    "ar",
                    List.of("الفطور مشمول في السعر.", "الموقف غير مشمول.", "الحيوانات ممنوعة.", "التدخين ممنوع."),
                    List.of("هل الفطور مشمول؟"),
                    List.of("هل الموقف مشمول؟", "هل التدخين مسموح؟"),
                    List.of("هل الساونا مشمولة؟", "هل الدراجات مسموحة؟")),
            new Said(
                    "zh",
                    List.of("价格包含早餐。", "停车费不包含在内。", "室内禁止吸烟。"),
                    List.of("早餐包含吗？"),
                    List.of("停车费包含吗？", "允许吸烟吗？"),
                    List.of("桑拿包含吗？", "允许自行车吗？")),
            new Said(
                    "ja",
                    List.of("朝食は料金に含まれます。", "駐車場は料金に含まれません。", "喫煙は禁止です。"),
                    List.of("朝食は料金に含まれますか？"),
                    List.of("駐車場は料金に含まれますか？", "喫煙は許可されていますか？"),
                    List.of("サウナは料金に含まれますか？")));

    @Test
    void what_the_document_says_is_affirmed_or_denied() {
        List<String> wrong = new ArrayList<>();
        for (Said said : ALL) {
            Speech speech = Speech.in(said.language);
            said.yes.forEach(question -> unless(said, question, speech.yes(), wrong));
            said.no.forEach(question -> unless(said, question, speech.no(), wrong));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_it_says_nothing_of_is_neither() {
        List<String> wrong = new ArrayList<>();
        for (Said said : ALL) {
            Speech speech = Speech.in(said.language);
            for (String question : said.open) {
                String answer = ask(said, question);
                if (answer.startsWith(speech.yes() + ". ") || answer.startsWith(speech.no() + ". ")) {
                    wrong.add(question + " " + answer);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void unless(Said said, String question, String word, List<String> wrong) {
        String answer = ask(said, question);
        if (!answer.startsWith(word + ". ")) {
            wrong.add(question + " " + word + " | " + answer + System.lineSeparator());
        }
    }

    private static String ask(Said said, String question) {
        var page = new PageBuilder(0);
        said.lines.forEach(page::paragraph);
        Asked document = Asked.of(said.language, List.of(page.build()));
        return new ExtractiveAnswering(ExtractiveAnswering.CALIBRATED)
                .answer(document.index(), document.shown(), question, List.of(), Answering.TokenSink.NONE)
                .content();
    }
}
