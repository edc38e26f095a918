@NullMarked
package dev.holdfast.storage.mongo;

import org.jspecify.annotations.NullMarked;
