package dev.holdfast.server.runtime.architecture.misplaced.storage.postgres;

import dev.holdfast.server.runtime.architecture.misplaced.application.InnocentUseCase;

/** Wrong: an engine that knows a use case. */
public record CuriousTable(InnocentUseCase useCase) {}
