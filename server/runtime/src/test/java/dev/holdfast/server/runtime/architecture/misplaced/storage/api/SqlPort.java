package dev.holdfast.server.runtime.architecture.misplaced.storage.api;

import dev.holdfast.server.runtime.architecture.misplaced.domain.Innocent;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Wrong: a port that knows one engine's library. */
interface SqlPort extends Function<Handle, Innocent> {}
