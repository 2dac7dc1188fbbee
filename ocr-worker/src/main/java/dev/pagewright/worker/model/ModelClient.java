package dev.pagewright.worker.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.FinishReason;
import dev.pagewright.worker.model.ModelFailedException.Kind;
import dev.pagewright.worker.reading.Deadline;
import dev.pagewright.worker.reading.ReadingCancelledException;
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
 * is meant to take, and not at all for a while after it failed several times. Blocks; thread-safe.
 */
public final class ModelClient implements AutoCloseable {

    private static final int FAILURES = 5;
    /** Below the contract's 60 s, within which a model that was away is tried again. */
    private static final Duration OPEN = Duration.ofSeconds(30);

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

    /**
     * Asks, and asks again where the fault may pass.
     *
     * @param temperature 0 for the likeliest answer
     * @throws ReadingCancelledException where nobody wants the answer any more
     */
    public ModelAnswer ask(List<ChatMessage> messages, double temperature, Deadline page) throws ModelFailedException {
        for (int attempt = 1; ; attempt++) {
            var call = new BoundedCall(http, Deadline.in(patience(page)), page);
            try {
                return attempt(messages, temperature, call, page);
            } catch (ModelFailedException e) {
                Optional<Duration> wait = retries.after(
                        attempt, call, page.remaining(), InstantSource.system().instant());
                if (wait.isEmpty()) {
                    throw e;
                }
                pause.of(wait.get(), page);
            }
        }
    }

    /** Never all the time that the page has left: a page whose model was too slow is still to be read without it. */
    private Duration patience(Deadline page) {
        Duration most = page.remaining().multipliedBy(3).dividedBy(4);
        return most.compareTo(settings.timeout()) < 0 ? most : settings.timeout();
    }

    private ModelAnswer attempt(List<ChatMessage> messages, double temperature, BoundedCall call, Deadline page)
            throws ModelFailedException {
        takeSlot(page);
        try {
            return answer(messages, temperature, call, page);
        } finally {
            slots.release();
        }
    }

    /** Enters the circuit with its slot in hand: whoever waited while the endpoint failed does not ask it all the same. */
    private ModelAnswer answer(List<ChatMessage> messages, double temperature, BoundedCall call, Deadline page)
            throws ModelFailedException {
        CircuitBreaker.Passage passage =
                breaker.enter().orElseThrow(() -> new ModelFailedException(Kind.UNAVAILABLE, "the circuit is open"));
        try {
            ModelAnswer answer = answer(model(temperature, call).chat(messages));
            passage.succeeded();
            return answer;
        } catch (RuntimeException e) {
            if (page.cancelled()) {
                throw new ReadingCancelledException();
            }
            if (call.fault() != BoundedCall.Fault.CANCELLED) { // else the thread was: it says nothing of the endpoint
                passage.failed();
            }
            throw failure(call, e);
        } finally {
            passage.close();
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
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelFailedException(Kind.UNAVAILABLE, "interrupted");
        }
    }

    private static ModelFailedException failure(BoundedCall call, RuntimeException cause) {
        return switch (call.fault()) {
            // the exchange was well, so what came is not what the protocol says
            case NONE -> new ModelFailedException(Kind.INVALID, cause.getClass().getSimpleName());
            case TOO_LONG -> new ModelFailedException(Kind.INVALID, call.told());
            case CANCELLED, TIME_OUT, CONNECTION, STATUS -> new ModelFailedException(Kind.UNAVAILABLE, call.told());
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
