/**
 * What reports count: facts, the cuts and grains of roll-ups, and what each fact adds to them.
 * Pure.
 */
@NullMarked
package dev.holdfast.domain.reporting;

import org.jspecify.annotations.NullMarked;
