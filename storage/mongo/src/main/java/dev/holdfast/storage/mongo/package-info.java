/** Roll-ups of reports on MongoDB. */
@NullMarked
package dev.holdfast.storage.mongo;

import org.jspecify.annotations.NullMarked;
