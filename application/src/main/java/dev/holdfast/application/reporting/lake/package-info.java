/** Facts as rows of analysts' files. */
@NullMarked
package dev.holdfast.application.reporting.lake;

import org.jspecify.annotations.NullMarked;
