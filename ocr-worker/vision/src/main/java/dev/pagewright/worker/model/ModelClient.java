package dev.pagewright.worker.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.FinishReason;
import dev.pagewright.worker.model.ModelFailedException.Kind;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.ReadingCancelledException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Asks a model: within the page's deadline, a bounded number of times, never more questions at once than the endpoint
 * is meant to take, and not at all for a while after it hung or failed several times. Blocks; thread-safe.
 */
public final class ModelClient implements AutoCloseable {

    private static final int FAILURES = 5;
    /** A translation waits for it, so it is tried again soon; each failed trial doubles it. */
    private static final Duration OPEN = Duration.ofSeconds(10);

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final ModelSettings settings;
    private final HttpClient http;
    private final CircuitBreaker breaker;
    private final Retries retries;
    private final Pause pause;
    private final Semaphore slots;

    public ModelClient(ModelSettings settings) {
        this(
                settings,
                new CircuitBreaker(FAILURES, OPEN, System::nanoTime),
                new Retries(3, Duration.ofMillis(500), Duration.ofSeconds(30), RandomGenerator.getDefault()),
                Pause::parked);
    }

    ModelClient(ModelSettings settings, CircuitBreaker breaker, Retries retries, Pause pause) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // several of these servers answer an upgrade to 2 with a fault
                .connectTimeout(CONNECT)
                .build();
        this.breaker = breaker;
        this.retries = retries;
        this.pause = pause;
        this.slots = new Semaphore(settings.concurrency(), true);
    }

    public String name() {
        return settings.name();
    }

    /** Whether it is known to be away: a question would be answered by a failure at once. */
    public boolean away() {
        return !breaker.passable();
    }

    /** What a question may take on a page that has so much time left, all attempts together, the wait for a slot apart. */
    public Duration patience(Deadline page) {
        Duration most = page.remaining().multipliedBy(3).dividedBy(4); // it is still to be read without the model
        return most.compareTo(settings.timeout()) < 0 ? most : settings.timeout();
    }

    /**
     * Asks, and asks again where the fault may pass.
     *
     * @param temperature 0 for the likeliest answer
     * @throws ReadingCancelledException where nobody wants the answer any more
     */
    public ModelAnswer ask(List<ChatMessage> messages, double temperature, Deadline page) throws ModelFailedException {
        takeSlot(page);
        try {
            Duration patience = patience(page);
            boolean fair = patience.compareTo(settings.timeout().dividedBy(2)) >= 0;
            return asked(new Question(messages, temperature, page.within(patience), fair));
        } finally {
            slots.release();
        }
    }

    /** @param fair whether it has enough time for its time-out to say something of the endpoint */
    private record Question(List<ChatMessage> messages, double temperature, Deadline deadline, boolean fair) {}

    private ModelAnswer asked(Question question) throws ModelFailedException {
        for (int attempt = 1; ; attempt++) {
            var call = new BoundedCall(http, question.deadline(), question.deadline());
            try {
                return answer(question, call);
            } catch (ModelFailedException e) {
                Optional<Duration> wait = retries.after(
                        attempt,
                        call,
                        question.deadline().remaining(),
                        InstantSource.system().instant());
                if (wait.isEmpty()) {
                    throw e;
                }
                pause.of(wait.get(), question.deadline());
            }
        }
    }

    /** Enters the circuit with its slot in hand: whoever waited while the endpoint failed does not ask it all the same. */
    private ModelAnswer answer(Question question, BoundedCall call) throws ModelFailedException {
        CircuitBreaker.Passage passage = breaker.enter().orElseThrow(ModelClient::open);
        try {
            ModelAnswer answer = answer(model(question.temperature(), call).chat(question.messages()));
            passage.succeeded();
            return answer;
        } catch (RuntimeException e) {
            if (question.deadline().cancelled()) {
                throw new ReadingCancelledException();
            }
            ModelFailedException failure = failure(call, e);
            tell(passage, call, failure.kind(), question.fair());
            throw failure;
        } finally {
            passage.close();
        }
    }

    /** A call that was given up, and a question that is not taken, say nothing of the endpoint. */
    private void tell(CircuitBreaker.Passage passage, BoundedCall call, Kind kind, boolean fair) {
        switch (kind) {
            case TIMED_OUT -> {
                if (fair) {
                    passage.hung();
                }
            }
            case REFUSED, INVALID -> passage.failed();
            case UNFIT -> {}
            case UNAVAILABLE -> {
                Duration told = Retries.retryAfter(
                        call.retryAfter(), InstantSource.system().instant());
                if (call.fault() == BoundedCall.Fault.CANCELLED) {
                    return;
                }
                if (told.compareTo(retries.longest()) > 0) {
                    passage.away(told);
                } else {
                    passage.failed();
                }
            }
        }
    }

    private void takeSlot(Deadline page) throws ModelFailedException {
        try {
            while (!slots.tryAcquire(200, TimeUnit.MILLISECONDS)) {
                if (page.cancelled()) {
                    throw new ReadingCancelledException();
                }
                if (page.expired()) {
                    throw new ModelFailedException(Kind.UNAVAILABLE, "no free slot");
                }
                if (away()) {
                    throw open(); // whoever holds the slots is trying it
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelFailedException(Kind.UNAVAILABLE, "interrupted");
        }
    }

    private static ModelFailedException open() {
        return new ModelFailedException(Kind.UNAVAILABLE, "the circuit is open");
    }

    private static ModelFailedException failure(BoundedCall call, RuntimeException cause) {
        return switch (call.fault()) {
            // the exchange was well, so what came is not what the protocol says
            case NONE -> new ModelFailedException(Kind.INVALID, cause.getClass().getSimpleName());
            case TOO_LONG -> new ModelFailedException(Kind.INVALID, call.told());
            case TIME_OUT -> new ModelFailedException(Kind.TIMED_OUT, call.told());
            case CANCELLED, CONNECTION -> new ModelFailedException(Kind.UNAVAILABLE, call.told());
            case STATUS -> new ModelFailedException(ofStatus(call.status()), call.told());
        };
    }

    private static Kind ofStatus(int status) {
        return switch (status) {
            case 400, 413, 414, 415, 422 -> Kind.UNFIT;
            default -> Retries.passing(status) ? Kind.UNAVAILABLE : Kind.REFUSED;
        };
    }

    private OpenAiChatModel model(double temperature, BoundedCall call) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(call)
                .baseUrl(settings.url().toString())
                .apiKey(settings.key() == null ? "none" : settings.key())
                .modelName(settings.name())
                .temperature(temperature)
                .maxTokens(settings.maxTokens())
                .maxRetries(0)
                .build();
    }

    private static ModelAnswer answer(ChatResponse response) {
        AiMessage message = response.aiMessage();
        String text = message == null || message.text() == null ? "" : message.text();
        FinishReason reason = response.finishReason();
        return new ModelAnswer(
                text,
                reason == FinishReason.LENGTH
                        ? ModelAnswer.Ending.CUT_OFF
                        : reason == FinishReason.CONTENT_FILTER
                                ? ModelAnswer.Ending.FILTERED
                                : ModelAnswer.Ending.COMPLETE);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
