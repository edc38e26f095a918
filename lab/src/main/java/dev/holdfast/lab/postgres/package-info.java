/** PostgreSQL's stages: raw, indexed, partitioned, rolled up, on a standby, and as columns. */
@NullMarked
package dev.holdfast.lab.postgres;

import org.jspecify.annotations.NullMarked;
