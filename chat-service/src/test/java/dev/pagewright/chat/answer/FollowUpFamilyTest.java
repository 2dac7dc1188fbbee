package dev.pagewright.chat.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.testing.Extent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Shares of follow-ups that are answered as if they were whole, in twelve languages, and of new questions that the last one spoils. */
class FollowUpFamilyTest {

    private static final List<String> LANGUAGES =
            List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "ar", "zh", "ja");
    private static final int ROUNDS = Extent.of(1, 4);

    /** Of follow-ups that are answered; of new questions that are answered as without those before them. */
    private static final double FOLLOWED = 0.75;

    private static final double UNSPOILT = 0.97;

    @Test
    void follow_ups_take_over_what_they_leave_out_and_new_questions_nothing() {
        List<FollowUpFamily.Turn> turns = LANGUAGES.stream()
                .flatMap(language ->
                        IntStream.range(0, ROUNDS).boxed().flatMap(i -> FollowUpFamily.of(language, 15 + i).stream()))
                .toList();
        Map<FollowUpFamily.Turn, Boolean> right =
                turns.stream().distinct().collect(Collectors.toMap(Function.identity(), FollowUpFamilyTest::right));

        print(right, turn -> "all");
        print(right, FollowUpFamily.Turn::kind);
        print(right, FollowUpFamily.Turn::language);
        assertThat(share(right, FollowUpFamilyTest::follows)).isGreaterThan(FOLLOWED);
        assertThat(share(right, turn -> turn.kind().startsWith("new"))).isGreaterThan(UNSPOILT);
    }

    private static boolean follows(FollowUpFamily.Turn turn) {
        return !turn.before().isEmpty() && !turn.kind().startsWith("new");
    }

    private static boolean right(FollowUpFamily.Turn turn) {
        String first = answer(turn, turn.before());
        boolean right = turn.kind().startsWith("new")
                ? first.equals(answer(turn, List.of()))
                : turn.values().stream().allMatch(value -> first.contains(value) == value.equals(turn.value()));
        if (!right && !turn.heldOut() && Extent.whole()) {
            System.out.println("wrong: " + turn.language() + " " + turn.kind() + " " + turn.before() + " "
                    + turn.question() + " | " + turn.value() + " | " + first);
        }
        return right;
    }

    /** The beginning of an answer; empty where it is refused. */
    private static String answer(FollowUpFamily.Turn turn, List<String> before) {
        Answer answer = new ExtractiveAnswering(ExtractiveAnswering.CALIBRATED)
                .answer(
                        turn.document().index(),
                        turn.document().shown(),
                        turn.question(),
                        before,
                        Answering.TokenSink.NONE);
        return answer.grounded() ? answer.content().split("\n\n", -1)[0] : "";
    }

    private static void print(Map<FollowUpFamily.Turn, Boolean> right, Function<FollowUpFamily.Turn, String> by) {
        Stream<String> names = right.keySet().stream().map(by).distinct().sorted();
        names.forEach(name -> System.out.printf(
                "%-18s half a %.2f, half b %.2f; new %.2f, none %.2f of %d%n",
                name,
                share(right, turn -> by.apply(turn).equals(name) && follows(turn) && !turn.heldOut()),
                share(right, turn -> by.apply(turn).equals(name) && follows(turn) && turn.heldOut()),
                share(right, turn -> by.apply(turn).equals(name) && turn.kind().equals("new")),
                share(right, turn -> by.apply(turn).equals(name) && turn.kind().equals("new, none")),
                right.keySet().stream()
                        .filter(turn -> by.apply(turn).equals(name))
                        .count()));
    }

    private static double share(Map<FollowUpFamily.Turn, Boolean> right, Predicate<FollowUpFamily.Turn> which) {
        return right.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .mapToDouble(entry -> entry.getValue() ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }
}
