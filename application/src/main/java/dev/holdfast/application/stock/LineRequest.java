package dev.holdfast.application.stock;

import java.math.BigDecimal;

/** A line as somebody wrote it: codes, and a quantity in the SKU's unit. */
public record LineRequest(String sku, String location, BigDecimal quantity) {}
