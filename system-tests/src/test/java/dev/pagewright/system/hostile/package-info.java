/**
 * What strangers send to break the service, made from a seed, and a siege that watches how the running system bears it.
 * {@code Attack} is one kind; {@code Siege} runs it; {@code ProcessWatch} and {@code Bystander} are what must not change.
 */
@NullMarked
package dev.pagewright.system.hostile;

import org.jspecify.annotations.NullMarked;
