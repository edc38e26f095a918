package dev.holdfast.server.runtime.architecture.misplaced.storage.api;

import dev.holdfast.server.runtime.architecture.misplaced.domain.Innocent;
import java.util.function.Supplier;

/** Right: a port that knows the domain. */
public interface InnocentPort extends Supplier<Innocent> {}
