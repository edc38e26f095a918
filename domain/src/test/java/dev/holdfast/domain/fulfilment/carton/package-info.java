@NullMarked
package dev.holdfast.domain.fulfilment.carton;

import org.jspecify.annotations.NullMarked;
