package dev.holdfast.server.http.access;

import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Problem;

/** What only the operator of the installation may do. */
public final class Operators {
  private Operators() {}

  /**
   * Refuses everybody else.
   *
   * @throws ApiException 403
   */
  public static void require(Exchange exchange) {
    if (!exchange.principal().operator()) {
      throw new ApiException(
          Problem.of(
              403,
              "operators-only",
              "For operators only",
              "Use an operator's key; whoever runs the installation has one. Other keys see and"
                  + " change their own client only: leave out client."));
    }
  }
}
