package dev.holdfast.domain.fulfilment.sourcing.carriage;

import dev.holdfast.domain.fulfilment.rate.ServiceId;
import dev.holdfast.domain.fulfilment.transit.Origin;
import dev.holdfast.domain.fulfilment.transit.ServiceCalendar;
import java.time.Instant;
import java.util.Map;

/**
 * Where, when and for which carriers a location begins with an order.
 *
 * @param release when it may begin to pick
 * @param calendars the services that pick up there, with the location's own hours and handling time
 */
public record Depot(Origin origin, Instant release, Map<ServiceId, ServiceCalendar> calendars) {}
