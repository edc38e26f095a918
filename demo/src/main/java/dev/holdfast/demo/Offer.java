package dev.holdfast.demo;

/** A SKU together with how it sells, from which its stock follows. */
record Offer(DemoSku sku, Demand demand) {}
