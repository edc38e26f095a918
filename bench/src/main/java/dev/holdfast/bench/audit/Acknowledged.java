package dev.holdfast.bench.audit;

/**
 * What a client was told about one command.
 *
 * @param client the client's code
 * @param key the idempotency key
 * @param done whether it was told done; otherwise it was refused
 * @param subject the reservation or transfer that the answer named; empty if none
 */
public record Acknowledged(String client, String key, boolean done, String subject) {}
