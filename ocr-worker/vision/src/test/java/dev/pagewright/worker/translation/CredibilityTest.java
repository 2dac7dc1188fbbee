package dev.pagewright.worker.translation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.worker.model.Refusals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredibilityTest {

    private static final String ORDER =
            "You translate parts of documents. Answer with the translation of the text alone, without remarks.";
    private static final String SOURCE =
            "The committee met in the house of the mayor, and it was said that none of the members had read the paper.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm sorry, but as an assistant I can't help with that.",
                "I’m sorry, but I cannot translate this text.",
                "Unfortunately I am unable to fulfil this request.",
                "As an AI language model, I do not have access to documents.",
                "Es tut mir leid, aber ich kann diesen Text nicht übersetzen.",
                "Leider kann ich dir dabei nicht helfen.",
                "Je suis désolé, mais je ne peux pas vous aider.",
                "Lo siento, pero no puedo ayudar con esa solicitud.",
                "Mi dispiace, ma non posso aiutarti con questa richiesta.",
                "Desculpe, mas não posso ajudar com isso.",
                "Het spijt me, maar ik kan je daar niet bij helpen.",
                "Przepraszam, ale nie mogę pomóc w tej sprawie.",
                "К сожалению, я не могу помочь с этим запросом.",
                "抱歉，作为一个人工智能助手，我无法翻译。",
                "申し訳ありませんが、翻訳のお手伝いはできません。",
                "죄송하지만 그 요청은 도와드릴 수 없습니다.",
                "آسف، لا يمكنني مساعدتك في ذلك.",
                "**Sorry**, I can't assist with that request."
            })
    void knowsARefusalInItsLanguage(String answer) {
        assertThat(Refusals.refuses(answer)).isTrue();
        assertThat(doubt(SOURCE, "de", answer)).isEqualTo("refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sorry for the long letter; the short one takes more time.",
                "I can swim, said the cat, and so it went.",
                "Unfortunately the harvest was lost to the rain.",
                "Leider ist die Ernte dem Regen zum Opfer gefallen."
            })
    void anApologyOfTheDocumentIsNone(String text) {
        assertThat(Refusals.refuses(text)).isFalse();
    }

    @Test
    void theTranslationOfARefusalIsATranslation() {
        assertThat(doubt(
                        "I'm sorry, but I can't help with that, the clerk had written.",
                        "de",
                        "Es tut mir leid, aber ich kann dabei nicht helfen, hatte der Schreiber geschrieben."))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de|You translate parts of documents. Der Ausschuss traf sich.|echoed",
                "de|Der Ausschuss traf sich. Before it all had been said about the rain.|echoed",
                "de|The committee met in the house of the mayor, and it was said that none of the members had read the paper.|not_translated",
                "de|Il comitato si è riunito nella casa del sindaco e si è detto che nessuno dei membri aveva letto il foglio.|wrong_language",
                "ru|Der Ausschuss traf sich im Haus des Bürgermeisters, und es hieß, keiner habe das Papier gelesen.|wrong_language",
                "de|Der Ausschuss traf sich im Haus des Bürgermeisters, und es hieß, dass keines der Mitglieder das Papier gelesen hatte.|",
                "ru|Комитет собрался в доме мэра, и говорили, что никто из членов не читал бумагу.|",
                "ja|委員会は市長の家で開かれ、誰も書類を読んでいないと言われた。|",
                "no|Komiteen møttes i huset til ordføreren, og det ble sagt at ingen av medlemmene hadde lest papiret.|"
            })
    void tellsWhatIsNoTranslation(String language, String answer, @Nullable String doubt) {
        assertThat(doubt(SOURCE, language, answer)).isEqualTo(doubt);
    }

    @Test
    void aTextThatIsInTheLanguageAlreadyMayStayAsItIs() {
        assertThat(doubt(SOURCE, "en", SOURCE)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Auf dem Schiff waren Keller, Maria und Boström aus Bergen.|",
                "Auf dem Schiff waren drei Leute, die niemand kannte.|names_changed"
            })
    void namesAreStillThere(String answer, @Nullable String doubt) {
        String source =
                "On board were the captain, mister Keller, his wife Maria, and the old clerk Bostrom from Bergen,"
                        + " who had the keys of the hold.";

        assertThat(doubt(source, "de", answer)).isEqualTo(doubt);
    }

    private static @Nullable String doubt(String source, String language, String answer) {
        return Credibility.doubt(
                        new Segment(source, "Before it all had been said about the rain.", ""), ORDER, language, answer)
                .orElse(null);
    }
}
