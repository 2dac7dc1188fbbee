package dev.pagewright.worker.recognition;

import dev.pagewright.document.PageStep;
import dev.pagewright.language.Language;
import dev.pagewright.language.Languages;
import dev.pagewright.worker.attempt.Attempts;
import dev.pagewright.worker.language.InstalledLanguages;
import dev.pagewright.worker.language.ScriptData;
import dev.pagewright.worker.ocr.tesseract.OrientationAndScript;
import dev.pagewright.worker.recognition.merge.Readings;
import dev.pagewright.worker.text.TextLanguage;
import java.util.List;
import java.util.Optional;

/** Tesseract's reading of a page, the right way up and with the data of its script and language. One page, one thread. */
final class PageScript {

    /** Certainty of the detector from which its turn is worth a try. */
    private static final double PERHAPS = 1;

    /** By how much more letters must be expected right on a turned page: it lies as it was sent with reason. */
    private static final double CLEARLY = 1.2;

    /** The data of the language that the text itself has told may be this much less sure of itself. */
    private static final double AS_GOOD = 0.97;

    /** Share of known words from which a reading of some confidence is words of a language, however faint. */
    private static final double WORDS = 0.5;

    /** Share of known words below which a reading that is in any doubt may be of another script. */
    private static final double GIBBERISH = 0.3;

    private static final double SOME_CONFIDENCE = 0.5;

    /** Share of the letters outside of strong lines from which a page's first script is in doubt, not a second one. */
    private static final double MOSTLY = 0.75;

    /** Languages of a script that are tried in turn where the text does not tell its own. */
    private static final int FEW = 16;

    /** Letters up to which a text may be too short for its language to be told by its words. */
    private static final int SHORT = 200;

    private final ScriptData scripts;
    private final InstalledLanguages installed;
    private final EngineRuns runs;
    private final Attempts attempts;
    private final Poses poses;
    private final Ladder ladder;
    private final Doubt doubt;
    private final ScriptSearch search;
    private final LatinSample latin;

    PageScript(
            ScriptData scripts,
            InstalledLanguages installed,
            EngineRuns runs,
            Poses poses,
            Ladder ladder,
            Doubt doubt,
            LatinSample latin) {
        this.scripts = scripts;
        this.installed = installed;
        this.runs = runs;
        this.attempts = runs.attempts();
        this.poses = poses;
        this.ladder = ladder;
        this.doubt = doubt;
        this.search = new ScriptSearch(scripts, runs, ladder, latin);
        this.latin = latin;
    }

    /**
     * @param blank the page before it was read, with the data to begin with
     * @param auto whether other data may be taken
     */
    Trial read(Trial blank, boolean auto) {
        if (blank.pose().preparation().sideways()) {
            Optional<OrientationAndScript> seen = runs.orientation(blank.pose());
            int degrees = degrees(seen);
            if (degrees != 0) {
                Trial turned = ladder.read(poses.turned(blank.pose(), degrees), blank.data());
                Trial read = auto ? inItsScript(turned, search.inOrder(seen)) : turned;
                if (!doubt.lost(read)) {
                    return read;
                }
                Trial level = ladder.read(poses.levelled(blank.pose()), blank.data());
                return Ladder.value(level) > Ladder.value(read) ? level : read;
            }
        }
        Trial first = ladder.read(poses.levelled(blank.pose()), blank.data());
        if (!doubt.lost(first) || runs.over()) {
            return auto ? inItsScript(first, search.inOrder(Optional.empty())) : first;
        }
        Optional<OrientationAndScript> seen = runs.orientation(first.pose());
        int degrees = degrees(seen);
        if (degrees == 0) {
            return auto ? inItsScript(first, search.inOrder(seen)) : first;
        }
        List<String> detected = seen.flatMap(found -> ScriptData.script(found.script())).stream()
                .toList();
        Trial upright = auto ? inItsScript(first, detected) : first;
        if (!doubt.lost(upright) || runs.over()) {
            return upright;
        }
        Trial turned = turned(upright, blank.data(), degrees, auto ? detected : List.of());
        return turned.equals(upright) && auto ? inItsScript(upright, search.inOrder(seen)) : turned;
    }

    private static int degrees(Optional<OrientationAndScript> seen) {
        return seen.filter(found -> found.certainty() > PERHAPS)
                .map(OrientationAndScript::degrees)
                .orElse(0);
    }

    /**
     * A turn wins only where the turned reading is words of a language and the upright one is not.
     *
     * @param detected the script that the detector sees, none where the data is told
     */
    private Trial turned(Trial upright, String data, int degrees, List<String> detected) {
        Trial turned = ladder.read(poses.turned(upright.pose(), degrees), data);
        if (!detected.isEmpty() && doubt.lost(turned)) {
            turned = inItsScript(turned, detected);
        }
        boolean words = turned.known() > upright.known() && turned.confidence() >= SOME_CONFIDENCE;
        return words && Ladder.value(turned) > CLEARLY * Ladder.value(upright) ? turned : upright;
    }

    /** @param order the scripts that are tried */
    private Trial inItsScript(Trial first, List<String> order) {
        return attempts.failed(PageStep.TESSERACT) || runs.over()
                ? first
                : attempts.at(PageStep.LANGUAGE, () -> searched(first, order), () -> first);
    }

    private Trial searched(Trial first, List<String> order) {
        String script = script(first.data());
        Trial trial = first;
        boolean words = first.known() >= WORDS && first.confidence() >= SOME_CONFIDENCE;
        double weak = first.pose().preparation().unread(ScriptSearch.strong(first));
        boolean partly = weak >= ScriptSearch.LEFT && weak < MOSTLY;
        boolean gibberish = doubt.of(first) && first.known() < GIBBERISH;
        if ((doubt.lost(first) || gibberish) && !words && !partly) {
            Area area = Sample.of(first.pose());
            ScriptSearch.Candidate own = search.candidate(first.pose(), area, script, first.data());
            ScriptSearch.Candidate best =
                    search.best(own, area, first.lines(), likely(first.pose(), area, script, order));
            if (!best.equals(own)) {
                script = best.script();
                trial = ladder.read(first.pose(), languageData(best, area));
            }
        }
        trial = inItsLanguage(trial);
        return doubt.of(trial) ? search.mixed(trial, script, order) : trial;
    }

    /** The scripts that are tried: those of Latin letters alone where the second engine reads such. */
    private List<String> likely(Pose pose, Area area, String script, List<String> order) {
        return LatinSample.SCRIPTS.contains(script) && latin.is(pose, area)
                ? order.stream().filter(LatinSample.SCRIPTS::contains).toList()
                : order;
    }

    /** Data of the language of a sample where one language of its script fits it best, else of the script. */
    private String languageData(ScriptSearch.Candidate sample, Area area) {
        List<String> languages = scripts.languages(sample.script());
        if (languages.size() == 1) {
            return languages.getFirst();
        }
        Optional<String> told = TextLanguage.of(sample.trial().text())
                .flatMap(Languages::find)
                .flatMap(installed::dataOf)
                .filter(languages::contains);
        if (told.isPresent()) {
            ScriptSearch.Candidate own = inLanguage(sample, area, told.get());
            if (own.score() >= AS_GOOD * sample.score()) {
                return told.get();
            }
        }
        ScriptSearch.Candidate best = sample;
        for (String language : languages.size() > FEW ? List.<String>of() : languages) {
            ScriptSearch.Candidate other = inLanguage(sample, area, language);
            best = other.score() > best.score() ? other : best;
        }
        return best.trial().data();
    }

    private ScriptSearch.Candidate inLanguage(ScriptSearch.Candidate sample, Area area, String data) {
        return search.candidate(sample.trial().pose(), area, sample.script(), data);
    }

    /** Read again where the words tell another language than that of the data they were read with. */
    private Trial inItsLanguage(Trial trial) {
        Optional<Language> language = TextLanguage.of(trial.text()).flatMap(Languages::find);
        boolean unknown = language.isEmpty() && trial.known() < WORDS && Readings.letters(trial.lines()) <= SHORT;
        Optional<String> other = language.flatMap(installed::dataOf)
                .or(() -> unknown ? scripts.any(script(trial.data())) : Optional.empty())
                .filter(name -> !oneOf(name, trial.data()));
        if (other.isEmpty() || runs.over() || trial.lines().isEmpty()) {
            return trial;
        }
        Trial again = ladder.read(trial.pose(), other.get());
        double least = language.isPresent() || again.known() > trial.known() ? AS_GOOD : 1;
        return again.likelihood() > least * trial.likelihood() ? again : trial;
    }

    private static boolean oneOf(String name, String data) {
        return List.of(data.split("\\+", -1)).contains(name);
    }

    private static String script(String data) {
        return Languages.ofData(data.split("\\+", -1)[0]).map(Language::script).orElse("Latn");
    }
}
