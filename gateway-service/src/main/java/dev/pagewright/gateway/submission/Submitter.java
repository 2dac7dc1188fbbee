package dev.pagewright.gateway.submission;

import dev.pagewright.blob.BlobKeys;
import dev.pagewright.blob.BlobStore;
import dev.pagewright.contract.JobRecord;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.access.Caller;
import dev.pagewright.gateway.capabilities.Workers;
import dev.pagewright.gateway.http.Problem;
import dev.pagewright.gateway.http.ProblemException;
import dev.pagewright.gateway.inspection.Inspection;
import dev.pagewright.gateway.inspection.Inspector;
import dev.pagewright.gateway.ledger.Prices;
import dev.pagewright.gateway.plan.Plans;
import dev.pagewright.gateway.queue.Lane;
import dev.pagewright.gateway.queue.NewJob;
import dev.pagewright.gateway.queue.Submission;
import dev.pagewright.gateway.webhook.Targets;
import dev.pagewright.language.Language;
import dev.pagewright.language.LanguageField;
import dev.pagewright.security.SecretSealer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From a received file to a durable job. Blocks. */
@ApplicationScoped
class Submitter {

    private static final int LONGEST_KEY = 255;

    private final Inspector inspector;
    private final BlobStore blobs;
    private final SecretSealer sealer;
    private final Submission submission;
    private final Plans plans;
    private final Prices prices;
    private final ToolCatalogue tools;
    private final Workers workers;
    private final Targets targets;

    Submitter(
            Inspector inspector,
            BlobStore blobs,
            SecretSealer sealer,
            Submission submission,
            Plans plans,
            Prices prices,
            ToolCatalogue tools,
            Workers workers,
            Targets targets) {
        this.inspector = inspector;
        this.blobs = blobs;
        this.sealer = sealer;
        this.submission = submission;
        this.plans = plans;
        this.prices = prices;
        this.tools = tools;
        this.workers = workers;
        this.targets = targets;
    }

    /**
     * @param query parameters of the address, which are fields too
     * @param headers what the request says beside its body
     * @throws ProblemException where the file or a field is refused; nothing is stored then
     */
    JobRecord submit(Caller caller, UploadForm upload, List<UploadForm.Field> query, Headers headers) {
        ReceivedFile file = upload.file();
        try {
            SubmissionForm form =
                    SubmissionForm.of(FormFields.of(query, upload.fields(), SubmissionForm.FIELDS), tools);
            requireInstalled(form.language());
            requireCallable(form.webhookUrl());
            Inspection inspection = inspector.inspect(file.path(), form.password());
            return switch (inspection) {
                case Inspection.Refused refused -> throw new ProblemException(refused.code(), refused.detail());
                case Inspection.Accepted accepted -> submit(caller, file, form, accepted, headers);
            };
        } finally {
            file.delete();
        }
    }

    /** While no worker has been heard of nothing is known, and the pages will tell. */
    private void requireInstalled(String field) {
        if (!workers.known()) {
            return;
        }
        List<String> installed = workers.languages();
        for (Language language : LanguageField.parse(field).orElseThrow().languages()) {
            if (!installed.contains(language.code())) {
                String command = "./pagewright languages add " + language.code();
                throw new Problem(
                                ErrorCode.LANGUAGE_NOT_INSTALLED,
                                "The data for %s is not installed; \"%s\" adds it.".formatted(language.name(), command),
                                Map.of("language", language.code(), "command", command))
                        .asException();
            }
        }
    }

    private void requireCallable(@Nullable String webhookUrl) {
        if (webhookUrl != null && targets.parse(webhookUrl).isEmpty()) {
            throw new ProblemException(
                    ErrorCode.INVALID_PARAMETER,
                    "The field \"webhook_url\" takes a public http or https address without a password, on port 80, 443 or from 1024 on, whose host is a name with a dot, four decimal numbers, or IPv6 in brackets; private, loopback and link-local ones are not called.");
        }
    }

    /** @param traceParent W3C trace context */
    record Headers(
            @Nullable String idempotencyKey, @Nullable String traceParent) {}

    private JobRecord submit(
            Caller caller, ReceivedFile file, SubmissionForm form, Inspection.Accepted inspected, Headers headers) {
        Plans.Plan plan = plans.of(caller.plan());
        List<Integer> numbers = selected(form, inspected.pages(), plan.pagesPerFile());
        String id = UUID.randomUUID().toString().replace("-", "");
        // a key of its own, so that the removal of an earlier upload of the same content cannot take this one
        String blobKey = BlobKeys.original(caller.accountId(), file.sha256() + "-" + id);
        store(blobKey, file);
        boolean priority = plan.priority().orElse(false);
        NewJob job = new NewJob(
                id,
                caller.accountId(),
                FileName.of(file.name()),
                file.sha256(),
                blobKey,
                inspected.type().wireName(),
                file.bytes(),
                inspected.pages(),
                numbers,
                form.tier(),
                form.language(),
                form.ocr(),
                form.tool(),
                form.translateTo(),
                form.pages(),
                form.password() == null || form.password().isEmpty() ? null : sealer.seal(form.password(), id),
                form.webhookUrl(),
                headers.traceParent(),
                Lane.of(
                        numbers.size(),
                        priority,
                        form.tier().equals("vlm") && workers.visionModel().isPresent()),
                priority ? 1 : 0,
                prices.reserved(form.tier(), form.translateTo() != null),
                idempotency(headers.idempotencyKey(), file, form));
        return switch (submission.submit(job)) {
            case Submission.Result.Accepted accepted -> accepted.job();
            case Submission.Result.KeyConflict conflict ->
                throw new ProblemException(
                        ErrorCode.IDEMPOTENCY_CONFLICT,
                        "This Idempotency-Key was used for another file or other fields; use a new key for a new"
                                + " request.");
        };
    }

    private static List<Integer> selected(SubmissionForm form, int filePages, int cap) {
        PageSelection selection = form.pages() == null
                ? PageSelection.all(filePages)
                : PageSelection.of(form.pages(), filePages)
                        .orElseThrow(() -> new ProblemException(
                                ErrorCode.INVALID_PARAMETER,
                                "The field \"pages\" names none of the file's %d pages.".formatted(filePages)));
        if (selection.count() > cap) {
            throw new Problem(
                            ErrorCode.TOO_MANY_PAGES,
                            "The file has more than the %d pages that your plan allows; select some with \"pages\"."
                                    .formatted(cap),
                            Map.of("cap", cap, "pages", selection.count()))
                    .asException();
        }
        return selection.numbers();
    }

    private static NewJob.@Nullable Idempotency idempotency(
            @Nullable String key, ReceivedFile file, SubmissionForm form) {
        if (key == null) {
            return null;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new ProblemException(
                    ErrorCode.INVALID_PARAMETER,
                    "The header Idempotency-Key takes 1 to %d characters.".formatted(LONGEST_KEY));
        }
        try {
            byte[] all = (file.sha256() + "\n" + form.canonical()).getBytes(StandardCharsets.UTF_8);
            return new NewJob.Idempotency(
                    key,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(all)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void store(String blobKey, ReceivedFile file) {
        try {
            blobs.putFile(blobKey, file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
