package dev.holdfast.server.runtime.architecture.misplaced.server.http;

import dev.holdfast.server.runtime.architecture.misplaced.application.InnocentUseCase;

/** Right: a route that knows a use case. */
record InnocentRoute(InnocentUseCase useCase) {}
