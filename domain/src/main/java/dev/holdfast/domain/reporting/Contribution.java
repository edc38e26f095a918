package dev.holdfast.domain.reporting;

/** What a fact adds to one row. */
public record Contribution(RollUpKey key, Sums sums) {}
