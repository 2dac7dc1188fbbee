package dev.pagewright.chat.model;

import java.util.function.Consumer;

/** A language model. Thread-safe; calls block. */
@FunctionalInterface
public interface Completion {

    /**
     * @param rules what the model is to do
     * @param prompt what it is asked, data included
     * @param tokens takes pieces as they come
     * @return the whole answer
     * @throws ModelException where it fails, takes too long or says too much
     */
    String complete(String rules, String prompt, Consumer<String> tokens) throws ModelException;
}
