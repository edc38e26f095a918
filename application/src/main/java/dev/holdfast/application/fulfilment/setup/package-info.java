/** What a client has set up for fulfilment, compiled for planning. */
@NullMarked
package dev.holdfast.application.fulfilment.setup;

import org.jspecify.annotations.NullMarked;
