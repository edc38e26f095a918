package dev.holdfast.application.order;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.order.Order;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Orders as the JSON that the store keeps. Written here in one form, {@link #FORMAT}; read strictly
 * in every form that was ever written, so that a node never guesses what an order is.
 *
 * <p>The auditor reads {@code number}, {@code state}, {@code version}, and of each shipment {@code
 * reservation}, {@code state} and {@code parts}: these never change their names.
 */
public final class OrderDocument {
  /** The form that is written. */
  static final int FORMAT = 2;

  /** Without what was ordered and paid per line, and without the times of shipments. */
  static final int FIRST_FORMAT = 1;

  /** A usual order is 2 kB; the writer grows from here. */
  private static final int USUAL_CHARS = 2_048;

  private static final JsonFactory JSON = new JsonFactory();

  private OrderDocument() {}

  /** The order as compact JSON. */
  public static String write(Order order) {
    StringWriter text = new StringWriter(USUAL_CHARS);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      new OrderWriter(json).write(order);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /**
   * The order of a document.
   *
   * @throws IllegalStateException when it is none, naming what is wrong with it
   */
  public static Order read(String document) {
    return new OrderReader().read(document);
  }
}
