package dev.holdfast.demo;

/**
 * The stock of one SKU at one location of the same client.
 *
 * @param sku code of the SKU
 * @param location code of the location
 * @param quantity on hand, in the SKU's smallest unit (pieces or grams); may be zero
 * @param safetyStock withheld from promising, in the smallest unit; may exceed the quantity
 */
public record DemoStock(String sku, String location, long quantity, long safetyStock) {}
