/** What is available, held in memory and kept fresh by the feed of committed changes. */
@NullMarked
package dev.holdfast.application.view;

import org.jspecify.annotations.NullMarked;
