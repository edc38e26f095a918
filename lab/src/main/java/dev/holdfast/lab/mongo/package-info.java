/** MongoDB's stages: documents, indexes, buckets, roll-ups, a secondary, columns. */
@NullMarked
package dev.holdfast.lab.mongo;

import org.jspecify.annotations.NullMarked;
