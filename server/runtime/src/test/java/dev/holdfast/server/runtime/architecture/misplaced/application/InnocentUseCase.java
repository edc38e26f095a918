package dev.holdfast.server.runtime.architecture.misplaced.application;

import dev.holdfast.server.runtime.architecture.misplaced.storage.api.InnocentPort;

/** Right: a use case that knows a port. */
public record InnocentUseCase(InnocentPort port) {}
