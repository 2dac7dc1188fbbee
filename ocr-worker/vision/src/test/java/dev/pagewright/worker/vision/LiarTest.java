package dev.pagewright.worker.vision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.Block;
import dev.pagewright.worker.vision.answer.AnswerParser;
import dev.pagewright.worker.vision.grounding.Grounded;
import dev.pagewright.worker.vision.grounding.Grounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A model that invents, seeded: words of the page's own vocabulary, and changed digits, which are the hardest to tell. */
class LiarTest {

    private static final double MOST_INVENTED = 0.25;

    @Test
    void hardlyAnInventedWordReachesAResultUnmarked() {
        int invented = 0;
        int unmarked = 0;
        for (long seed = 0; seed < 60; seed++) {
            var page = new GeneratedPage(seed, seed % 3 == 0 ? 0.0 : 0.03);
            var random = new Random(1000 + seed);
            List<List<String>> answer = page.paragraphs();
            int lies = lie(answer, page.vocabulary(), random, 0.002 + 0.05 * random.nextDouble());
            invented += lies;

            Grounded grounded = Grounding.ground(AnswerParser.parse(GeneratedPage.markdown(answer)), page.content());

            if (grounded.invented() <= MOST_INVENTED) {
                unmarked += inventedWords(grounded);
            }
        }
        assertThat(invented).isGreaterThan(500);
        assertThat((double) unmarked / invented).isLessThanOrEqualTo(0.01);
    }

    @Test
    void aLiarAboutEverythingIsNotBelieved() {
        for (long seed = 0; seed < 10; seed++) {
            var page = new GeneratedPage(seed, 0.03);
            List<List<String>> answer = page.paragraphs();
            lie(answer, page.vocabulary(), new Random(seed), 1);

            Grounded grounded = Grounding.ground(AnswerParser.parse(GeneratedPage.markdown(answer)), page.content());

            assertThat(grounded.invented()).isGreaterThan(MOST_INVENTED);
        }
    }

    @Test
    void anHonestModelIsSeldomMarked() {
        int blocks = 0;
        int marked = 0;
        for (long seed = 0; seed < 30; seed++) {
            var page = new GeneratedPage(seed, 0.03);
            Grounded grounded =
                    Grounding.ground(AnswerParser.parse(GeneratedPage.markdown(page.paragraphs())), page.content());
            blocks += grounded.layout().blocks().size();
            marked += (int) grounded.layout().blocks().stream()
                    .filter(block -> block.content().unverified())
                    .count();
        }
        assertThat(marked).isLessThan(blocks / 5);
    }

    /** Replaces or adds words, each with the probability; returns how many. */
    private static int lie(List<List<String>> paragraphs, List<String> vocabulary, Random random, double probability) {
        int lies = 0;
        for (List<String> paragraph : paragraphs) {
            List<String> told = new ArrayList<>();
            for (String word : paragraph) {
                if (random.nextDouble() >= probability) {
                    told.add(word);
                    continue;
                }
                lies++;
                if (word.matches("[\\d.]+")) {
                    told.add(otherNumber(word, random));
                } else if (random.nextBoolean()) {
                    told.add(other(word, vocabulary, random));
                } else {
                    told.add(word);
                    told.add(other(word, vocabulary, random));
                }
            }
            paragraph.clear();
            paragraph.addAll(told);
        }
        return lies;
    }

    private static String other(String word, List<String> vocabulary, Random random) {
        String other = word;
        while (other.equals(word)) {
            other = vocabulary.get(random.nextInt(vocabulary.size()));
        }
        return other + "\u2060"; // an invisible mark that alignment does not see, so that the test knows its lies
    }

    private static String otherNumber(String number, Random random) {
        char[] digits = number.toCharArray();
        int at = random.nextInt(digits.length);
        if (digits[at] == '.') {
            at = 0;
        }
        digits[at] = (char) ('0' + (digits[at] - '0' + 1 + random.nextInt(9)) % 10);
        return new String(digits) + "\u2060";
    }

    private static int inventedWords(Grounded grounded) {
        int count = 0;
        for (Block block : grounded.layout().blocks()) {
            if (!block.content().unverified()) {
                count += (int) Arrays.stream(block.text().split("\\s", -1))
                        .filter(word -> word.endsWith("\u2060"))
                        .count();
            }
        }
        return count;
    }
}
