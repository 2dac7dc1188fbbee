package dev.pagewright.worker.recognition;

import dev.pagewright.document.EngineReason;
import dev.pagewright.document.PageStep;
import dev.pagewright.language.LanguageField;
import dev.pagewright.worker.attempt.Attempts;
import dev.pagewright.worker.language.InstalledLanguages;
import dev.pagewright.worker.language.ScriptData;
import dev.pagewright.worker.page.PagePicture;
import dev.pagewright.worker.page.Recognition;
import dev.pagewright.worker.text.TextLanguage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page on its way through preparation and engines: Tesseract reads it; where its reading is in doubt the page is
 * turned, other scripts and languages are tried, and PP-OCR reads it too. A clean page is read once. Used once, by one
 * thread.
 */
final class PageReading {

    private final EngineRuns runs;
    private final Attempts attempts;
    private final InstalledLanguages installed;
    private final Poses poses;
    private final Doubt doubt;
    private final Ladder ladder;
    private final PageScript script;
    private final SecondEngine second;

    PageReading(PagePicture picture, Engines engines, InstalledLanguages installed, EngineRuns runs) {
        this.runs = runs;
        this.attempts = runs.attempts();
        this.installed = installed;
        this.poses = new Poses(picture, runs);
        this.doubt = new Doubt(attempts);
        this.ladder = new Ladder(runs, doubt);
        this.script = new PageScript(
                new ScriptData(installed), installed, runs, poses, ladder, doubt, new LatinSample(engines, runs));
        this.second = new SecondEngine(engines, runs, poses, ladder, doubt);
    }

    /**
     * @param thorough whether both engines read the whole page, whatever the first one thinks of its reading
     * @throws NoReadingException where every engine failed
     */
    Recognition read(LanguageField field, boolean thorough) {
        Pose original = poses.original();
        Trial trial = new Trial(original, installed.dataOf(field.languages()), List.of(), 0);
        if (original.preparation().blank()) {
            return recognition(trial, field, EngineReason.BLANK);
        }
        EngineReason reason = thorough ? EngineReason.VLM_NOT_CONFIGURED : null;
        if (!runs.over()) {
            trial = script.read(trial, field.auto());
            runs.note("tesseract_confidence", trial.confidence());
            runs.note("unread_share", trial.unread());
            runs.note("known_share", trial.known());
            Trial first = trial;
            if (first.lines().isEmpty() && attempts.failed(PageStep.TESSERACT)) {
                trial = second.alone(first);
            } else if ((thorough || doubt.of(first)) && !runs.over()) {
                Optional<Trial> other = attempts.at(
                        PageStep.PP_OCR, () -> second.opinion(first, thorough, !field.auto()), Optional::empty);
                if (other.isPresent()) {
                    reason = thorough ? reason : EngineReason.LOW_CONFIDENCE;
                    trial = other.get();
                }
            }
        }
        return recognition(trial, field, reason);
    }

    private Recognition recognition(Trial trial, LanguageField field, @Nullable EngineReason reason) {
        double unread = reason == EngineReason.BLANK || runs.over() ? 0 : doubt.unread(trial);
        EngineReason why = unread > 0 && reason == null ? EngineReason.LOW_CONFIDENCE : reason;
        return new OnPage(trial.pose().sheet(), runs).recognition(trial.lines(), why, language(field, trial), unread);
    }

    private @Nullable String language(LanguageField field, Trial trial) {
        if (trial.lines().isEmpty()) {
            return null;
        }
        return field.languages().size() == 1
                ? field.languages().getFirst().base()
                : attempts.<Optional<String>, RuntimeException>at(
                                PageStep.LANGUAGE, () -> TextLanguage.of(trial.text()), Optional::empty)
                        .orElse(null);
    }
}
