package dev.holdfast.domain.catalogue;

/** Whose stock it is: the surrogate number of a client inside one installation. */
public record ClientId(int value) {}
