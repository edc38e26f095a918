@NullMarked
package dev.holdfast.storage.redis;

import org.jspecify.annotations.NullMarked;
