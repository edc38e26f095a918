package dev.holdfast.domain.stock;

/**
 * Why one line could not be done.
 *
 * @param line the line's index in the command, from 0
 * @param available how much could have been had instead
 * @param version the position's version that this was judged on
 */
public record LineRefusal(
    int line, PositionKey position, long requested, long available, long version, Refusal reason) {}
