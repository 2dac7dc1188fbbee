package dev.pagewright.chat.model;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A model behind an OpenAI-compatible endpoint. No tools, no retries: what fails falls back. Thread-safe. */
public final class OpenAiCompletion implements Completion {

    private static final int LONGEST = 16_000;

    private final OpenAiStreamingChatModel model;
    private final Duration timeout;

    public OpenAiCompletion(String url, String name, String key, Duration timeout) {
        JdkHttpClientBuilder http = JdkHttpClient.builder()
                .httpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
        this.timeout = timeout;
        this.model = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(url)
                .apiKey(key)
                .modelName(name)
                .temperature(0.0)
                .timeout(timeout)
                .build();
    }

    @Override
    public String complete(String rules, String prompt, Consumer<String> tokens) throws ModelException {
        var answer = new Collected(tokens);
        try {
            model.chat(
                    ChatRequest.builder()
                            .messages(SystemMessage.from(rules), UserMessage.from(prompt))
                            .build(),
                    answer);
            return answer.whole.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException("interrupted", e);
        } catch (TimeoutException e) {
            throw new ModelException("no whole answer within " + timeout, e);
        } catch (ExecutionException e) {
            throw new ModelException("the endpoint failed", e.getCause());
        } catch (RuntimeException e) {
            throw new ModelException("the endpoint failed", e);
        } finally {
            answer.whole.cancel(false); // a stream that still comes is cut
        }
    }

    /** Gathers a stream until it ends, grows too long or nobody waits any more. */
    private static final class Collected implements StreamingChatResponseHandler {

        private final CompletableFuture<String> whole = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();
        private final Consumer<String> tokens;

        Collected(Consumer<String> tokens) {
            this.tokens = tokens;
        }

        @Override
        public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
            if (whole.isDone()) {
                context.streamingHandle().cancel();
                return;
            }
            text.append(part.text());
            if (text.length() > LONGEST) {
                whole.completeExceptionally(new IllegalStateException("the answer does not end"));
                context.streamingHandle().cancel();
                return;
            }
            tokens.accept(part.text());
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            whole.complete(text.toString());
        }

        @Override
        public void onError(Throwable error) {
            whole.completeExceptionally(error);
        }
    }
}
