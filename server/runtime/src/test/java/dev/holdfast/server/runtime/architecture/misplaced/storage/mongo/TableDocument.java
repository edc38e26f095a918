package dev.holdfast.server.runtime.architecture.misplaced.storage.mongo;

import dev.holdfast.server.runtime.architecture.misplaced.storage.postgres.CuriousTable;

/** Wrong: an engine that knows another one. */
public record TableDocument(CuriousTable table) {}
