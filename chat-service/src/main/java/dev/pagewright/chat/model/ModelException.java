package dev.pagewright.chat.model;

import org.jspecify.annotations.Nullable;

/** The model gave no answer that could be used. */
public final class ModelException extends Exception {

    public ModelException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
