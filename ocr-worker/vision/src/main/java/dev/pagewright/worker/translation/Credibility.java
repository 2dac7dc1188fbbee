package dev.pagewright.worker.translation;

import dev.pagewright.worker.model.Refusals;
import dev.pagewright.worker.text.TextLanguage;
import java.util.Optional;

/** Whether an answer is a translation at all. */
final class Credibility {

    private Credibility() {}

    /**
     * A code for why it is none, empty where nothing speaks against it.
     *
     * @param order what the model was told to do
     * @param language code of the language that was asked for
     */
    static Optional<String> doubt(Segment segment, String order, String language, String answer) {
        String source = segment.text();
        if (Refusals.refuses(answer) && !Refusals.refuses(source)) {
            return Optional.of("refused");
        }
        if (Echo.of(order, source, answer)
                || Echo.of(segment.before(), source, answer)
                || Echo.of(segment.after(), source, answer)) {
            return Optional.of("echoed");
        }
        boolean foreign = TextLanguage.of(source)
                .filter(told -> !TargetLanguage.base(language).equals(told))
                .isPresent();
        if (foreign && Echo.same(source, answer)) {
            return Optional.of("not_translated");
        }
        if (TargetLanguage.missed(language, source, answer)) {
            return Optional.of("wrong_language");
        }
        return Names.lost(source, answer) ? Optional.of("names_changed") : Optional.empty();
    }
}
