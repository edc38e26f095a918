/** Work that nobody asks for: expiry and retention, on one elected node. */
@NullMarked
package dev.holdfast.application.jobs;

import org.jspecify.annotations.NullMarked;
