/** The feed of committed changes between processes, as a bounded Redis stream. */
@NullMarked
package dev.holdfast.storage.redis;

import org.jspecify.annotations.NullMarked;
