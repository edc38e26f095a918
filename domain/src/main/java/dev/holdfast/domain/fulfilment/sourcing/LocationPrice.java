package dev.holdfast.domain.fulfilment.sourcing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What shipments from one location cost. Prices are dear (cartons are packed, tariffs are asked)
 * and are asked for as rarely as possible; floors are cheap and are asked for thousands of times.
 *
 * @param <D> how a shipment is sent
 */
public interface LocationPrice<D> {
  /** The floor of what certainly cannot be sent. */
  long NEVER = Long.MAX_VALUE;

  /**
   * Why this location can send nothing of this order, whatever the goods: no carrier goes there, no
   * service arrives in time; the end of a sentence such as "arrives Tuesday, promised Monday". Null
   * when it can send something.
   */
  @Nullable String closed();

  /**
   * A sure lower bound: {@link #price} of any parts with this load is at least this, in minor
   * units, or refused; {@link #NEVER} when it is certainly refused. The better the bound, the fewer
   * prices are asked for; 0 is always right.
   */
  long floor(Load load);

  /**
   * The cheapest way to send these parts as one shipment.
   *
   * @param parts sorted by SKU, each SKU once
   */
  ShipmentQuote<D> price(List<Part> parts);
}
