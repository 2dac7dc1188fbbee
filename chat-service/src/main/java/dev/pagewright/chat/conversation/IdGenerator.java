package dev.pagewright.chat.conversation;

/** Makes ids: 32 lower-case hex digits. */
@FunctionalInterface
public interface IdGenerator {

    String next();
}
