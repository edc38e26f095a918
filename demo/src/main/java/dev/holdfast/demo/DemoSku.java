package dev.holdfast.demo;

import java.util.List;

/**
 * A sellable unit of a client's range.
 *
 * @param code client prefix and five digits, {@code HB-00001}
 * @param name name for people, at most 80 characters, unique within the client
 * @param barcodes one or two EAN-13 codes of the range reserved for use inside a company (200-299),
 *     unique over all clients
 * @param unit base unit, which also says the scale
 * @param size outer size and gross weight of one unit
 * @param category department
 */
public record DemoSku(
    String code,
    String name,
    List<String> barcodes,
    DemoUnit unit,
    DemoSize size,
    DemoCategory category) {

  /** Copies the barcodes. */
  public DemoSku {
    barcodes = List.copyOf(barcodes);
  }
}
