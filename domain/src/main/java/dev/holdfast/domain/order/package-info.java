/** Orders: what is promised to somebody at their door, and how far it has come. */
@NullMarked
package dev.holdfast.domain.order;

import org.jspecify.annotations.NullMarked;
