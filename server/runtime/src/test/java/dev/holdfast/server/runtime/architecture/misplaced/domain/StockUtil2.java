package dev.holdfast.server.runtime.architecture.misplaced.domain;

/** Wrong: neither the word nor the number says anything. */
record StockUtil2(Innocent stock) {}
