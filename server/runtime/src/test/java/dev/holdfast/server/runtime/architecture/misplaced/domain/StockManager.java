package dev.holdfast.server.runtime.architecture.misplaced.domain;

/** Wrong: what does it do? */
record StockManager(Innocent stock) {}
