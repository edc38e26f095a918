package dev.holdfast.bench.architecture;

import dev.holdfast.domain.fulfilment.Money;

/** Breaks the rule that only bench.fulfilment calls the domain, to show that the rule can fail. */
record CuriousBench(Money price) {}
