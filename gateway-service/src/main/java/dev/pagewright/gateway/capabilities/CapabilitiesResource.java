package dev.pagewright.gateway.capabilities;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.gateway.inspection.MediaType;
import dev.pagewright.gateway.ledger.Prices;
import dev.pagewright.gateway.plan.Plans;
import dev.pagewright.gateway.submission.ToolCatalogue;
import dev.pagewright.gateway.submission.UploadSettings;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What this installation can do; needs no token. Everything in it is asked of the parts that do it. */
@Path("/api/v1/capabilities")
@RunOnVirtualThread
@Produces(jakarta.ws.rs.core.MediaType.APPLICATION_JSON)
public class CapabilitiesResource {

    private final Workers workers;
    private final InnerServices services;
    private final ToolCatalogue tools;
    private final Plans plans;
    private final Prices prices;
    private final UploadSettings uploads;
    private final String version;

    CapabilitiesResource(
            Workers workers,
            InnerServices services,
            ToolCatalogue tools,
            Plans plans,
            Prices prices,
            UploadSettings uploads,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.workers = workers;
        this.services = services;
        this.tools = tools;
        this.plans = plans;
        this.prices = prices;
        this.uploads = uploads;
        this.version = version;
    }

    @GET
    public CapabilitiesView get() {
        CapabilitiesView.Model vision = model(workers.visionModel());
        return new CapabilitiesView(
                version,
                List.of(
                        new CapabilitiesView.Tier("cpu", prices.cpu(), true, null),
                        new CapabilitiesView.Tier(
                                "vlm",
                                prices.vlm(),
                                vision.configured(),
                                vision.configured() ? null : "the best local engines together, at the price of cpu")),
                languages(),
                tools.all().stream().map(tool -> ToolView.of(tool, tools)).toList(),
                new CapabilitiesView.Formats(
                        Arrays.stream(MediaType.values())
                                .map(MediaType::wireName)
                                .toList(),
                        outputs()),
                limits(),
                new CapabilitiesView.Engines(workers.count(), workers.engines(), workers.models()),
                new CapabilitiesView.Models(vision, chatModel(), model(workers.translationModel())));
    }

    private static CapabilitiesView.Model model(Optional<String> name) {
        return name.map(known -> new CapabilitiesView.Model(true, known)).orElse(CapabilitiesView.Model.NONE);
    }

    private List<String> languages() {
        List<String> languages = new ArrayList<>(List.of("auto"));
        languages.addAll(workers.languages());
        return languages;
    }

    private List<String> outputs() {
        List<String> names = new ArrayList<>();
        services.formats()
                .ifPresent(answer ->
                        answer.forEach(format -> names.add(format.path("name").asText())));
        return names;
    }

    private CapabilitiesView.Model chatModel() {
        return services.chatModel()
                .filter(answer -> answer.path("configured").asBoolean())
                .map(answer -> new CapabilitiesView.Model(true, text(answer.path("name"))))
                .orElse(CapabilitiesView.Model.NONE);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }

    private CapabilitiesView.Limits limits() {
        Map<String, CapabilitiesView.Plan> byName = new TreeMap<>();
        plans.byName()
                .forEach((name, plan) -> byName.put(
                        name,
                        new CapabilitiesView.Plan(
                                plan.pagesPerFile(),
                                Math.min(plan.bytesPerFile(), uploads.largestFile()),
                                boxed(plan.pagesPerDay()),
                                boxed(plan.pagesPerMonth()),
                                boxed(plan.chatMessagesPerDay()))));
        return new CapabilitiesView.Limits(uploads.inlinePages(), uploads.largestFile(), byName);
    }

    private static @Nullable Integer boxed(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }
}
