package dev.holdfast.demo;

import org.jspecify.annotations.Nullable;

/**
 * How a location of the demo company ships.
 *
 * @param hours such as {@code mon-fri 08:00-18:00}
 * @param handling such as {@code 2h}
 * @param adjustmentMinor US cents added to each of its shipments
 * @param scarceBelow units below which a unit is missed by the location's own customers; 0 for
 *     never
 * @param scarceMinor what a missed unit costs, US cents
 * @param floor null where nobody drew one
 */
public record DemoFacility(
    String location,
    String postcode,
    String hours,
    String handling,
    long adjustmentMinor,
    long scarceBelow,
    long scarceMinor,
    int waveOrders,
    long waveUnits,
    long pickCapacity,
    @Nullable DemoFloor floor) {}
