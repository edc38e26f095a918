package dev.holdfast.server.http.operations;

import java.time.Instant;
import java.util.List;

/**
 * Which node this is.
 *
 * @param version of the program
 */
public record NodeFacts(String version, List<String> roles, Instant startedAt) {}
