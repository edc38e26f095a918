/**
 * The reports: what they are called, what can be asked of them, and how they are answered from
 * roll-ups.
 */
@NullMarked
package dev.holdfast.application.reporting;

import org.jspecify.annotations.NullMarked;
