package dev.holdfast.server.runtime.architecture.misplaced.server.http;

import dev.holdfast.server.runtime.architecture.misplaced.storage.postgres.CuriousTable;

/** Wrong: a route that names an engine. */
record TableRoute(CuriousTable table) {}
