package dev.pagewright.chat;

import dev.pagewright.chat.answer.Answering;
import dev.pagewright.chat.answer.ExtractiveAnswering;
import dev.pagewright.chat.conversation.IdGenerator;
import dev.pagewright.chat.model.ModelAnswering;
import dev.pagewright.chat.model.ModelSettings;
import dev.pagewright.chat.model.OpenAiCompletion;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** What tests replace, and what knows no framework. */
class ChatBeans {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    IdGenerator ids() {
        return () -> UUID.randomUUID().toString().replace("-", "");
    }

    @Produces
    @Singleton
    Answering answering(ModelSettings settings) {
        double threshold = ExtractiveAnswering.CALIBRATED;
        return settings.url()
                .<Answering>map(url -> new ModelAnswering(
                        new OpenAiCompletion(
                                url, settings.name(), settings.key().orElse("none"), settings.timeout()),
                        threshold))
                .orElseGet(() -> new ExtractiveAnswering(threshold));
    }
}
