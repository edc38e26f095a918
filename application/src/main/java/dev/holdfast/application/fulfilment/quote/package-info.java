/** What each service of a client asks for given parcels, and when they arrive. */
@NullMarked
package dev.holdfast.application.fulfilment.quote;

import org.jspecify.annotations.NullMarked;
