/** What a ledger entry means to somebody who listens. */
@NullMarked
package dev.holdfast.domain.event;

import org.jspecify.annotations.NullMarked;
