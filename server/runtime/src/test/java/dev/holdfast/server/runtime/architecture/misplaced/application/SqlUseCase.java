package dev.holdfast.server.runtime.architecture.misplaced.application;

import java.sql.Connection;

/** Wrong: a use case that speaks SQL. */
record SqlUseCase(Connection connection) {}
