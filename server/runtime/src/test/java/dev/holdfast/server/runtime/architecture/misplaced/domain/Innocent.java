package dev.holdfast.server.runtime.architecture.misplaced.domain;

import java.math.BigDecimal;

/** Right: it knows the JDK only. */
public record Innocent(BigDecimal quantity) {}
