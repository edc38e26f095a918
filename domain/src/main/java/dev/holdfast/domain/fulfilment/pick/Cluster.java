package dev.holdfast.domain.fulfilment.pick;

/**
 * A cluster is a batch while it is searched for.
 *
 * @param members numbers of its orders, ascending
 * @param items what they take of the capacity together
 * @param footprint the positions that they touch
 * @param lengthMm the length of its walk, millimetres
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
record Cluster(int[] members, long items, long[] footprint, long lengthMm) {}
