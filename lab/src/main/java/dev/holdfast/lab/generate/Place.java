package dev.holdfast.lab.generate;

import java.time.ZoneId;

/**
 * Where a client's orders ship from.
 *
 * @param number unique over all clients, from 1
 */
public record Place(int number, String code, ZoneId zone) {}
