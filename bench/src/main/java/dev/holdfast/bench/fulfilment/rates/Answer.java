package dev.holdfast.bench.fulfilment.rates;

import dev.holdfast.domain.fulfilment.rate.ServiceId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What matters of a choice, to compare two ways to it.
 *
 * @param service null where none arrives in time; then price and date mean nothing
 */
record Answer(@Nullable ServiceId service, long minor, @Nullable LocalDate date) {
  static final Answer NONE = new Answer(null, 0, null);
}
