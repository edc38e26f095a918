package dev.holdfast.domain.fulfilment.transit;

import dev.holdfast.domain.fulfilment.rate.Postcode;
import java.time.ZoneId;

/** Where parcels leave from, with the zone of its wall clock. */
public record Origin(Postcode postcode, ZoneId zone) {}
