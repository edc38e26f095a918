package dev.holdfast.demo;

import java.util.List;
import java.util.Map;

/**
 * What a client's range is made from.
 *
 * @param skuPrefix start of every SKU code; five digits follow
 * @param tables resource names of its product lines, in catalogue order
 * @param quotas how many SKUs of each category
 * @param barcodePrefix three digits that start every SKU's first barcode
 * @param secondBarcodePrefix three digits that start a second barcode, where there is one
 */
record RangePlan(
    String skuPrefix,
    List<String> tables,
    Map<DemoCategory, Integer> quotas,
    String barcodePrefix,
    String secondBarcodePrefix) {

  RangePlan {
    tables = List.copyOf(tables);
    quotas = Map.copyOf(quotas);
  }
}
