package dev.pagewright.worker.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|The letters were kept in a box under the stairs, and nobody had asked for them in years",
                "de|Die Briefe lagen in einer Kiste unter der Treppe und niemand hatte nach ihnen gefragt",
                "fr|Les lettres etaient dans une boite sous l'escalier et personne ne les avait demandees depuis",
                "es|Las cartas estaban en una caja debajo de la escalera y nadie las habia pedido en los anos",
                "it|Le lettere erano in una scatola sotto la scala e nessuno le aveva chieste da anni",
                "pt|As cartas estavam em uma caixa debaixo da escada e ninguem as pediu por anos, mas eram do avo",
                "nl|De brieven lagen in een doos onder de trap en niemand had er in jaren naar gevraagd",
                "pl|Listy leżały w pudełku pod schodami i nikt o nie nie pytał od lat, ale były tam jak w domu",
                "ru|Письма лежали в коробке под лестницей, и никто не спрашивал о них много лет, но это были они",
                "uk|Листи лежали в коробці під сходами, і ніхто не питав про них багато років, але це були вони та інші",
                "el|Τα γράμματα ήταν σε ένα κουτί κάτω από τη σκάλα",
                "ja|手紙は階段の下の箱に入っていた",
                "zh|信件放在楼梯下面的盒子里",
                "ko|편지는 계단 아래 상자에 있었다",
                "ar|كانت الرسائل في صندوق تحت الدرج على مدى سنوات ولم يسأل عن هذا الصندوق أحد من الناس",
                "th|จดหมายอยู่ในกล่องใต้บันได"
            })
    void tellsTheLanguageOfASentence(String code, String text) {
        assertThat(TextLanguage.of(text)).contains(code);
    }

    @Test
    void saysNothingOfTooLittleText() {
        assertThat(TextLanguage.of("INV-2024 17.50")).isEmpty();
        assertThat(TextLanguage.of("")).isEmpty();
        assertThat(TextLanguage.of("Qxv brtl mmnk wprs tlk")).isEmpty();
    }
}
