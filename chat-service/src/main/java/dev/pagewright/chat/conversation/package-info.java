/** Conversations: one a job and account, stored before they are answered. */
@NullMarked
package dev.pagewright.chat.conversation;

import org.jspecify.annotations.NullMarked;
