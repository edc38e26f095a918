package dev.holdfast.application.view;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Scale;
import java.util.List;

/** What lookups need to know of a SKU. */
public record ViewSku(
    long id,
    ClientId client,
    String code,
    String name,
    List<String> barcodes,
    String unit,
    Scale scale,
    String category) {}
