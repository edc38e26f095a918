package dev.holdfast.bench.fulfilment.rates;

import dev.holdfast.domain.fulfilment.rate.Destination;
import dev.holdfast.domain.fulfilment.rate.Parcel;
import dev.holdfast.domain.fulfilment.transit.Origin;
import java.time.Instant;
import java.time.LocalDate;

/** One carton to be sent. */
record Question(
    Parcel parcel, Origin origin, Destination destination, Instant release, LocalDate promised) {}
