package dev.holdfast.application.view;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.catalogue.Sku;
import java.util.List;

/** What lookups and planning need to know of a SKU. */
public record ViewSku(
    long id,
    ClientId client,
    String code,
    String name,
    List<String> barcodes,
    String unit,
    Scale scale,
    Sku.Size size,
    String category) {}
