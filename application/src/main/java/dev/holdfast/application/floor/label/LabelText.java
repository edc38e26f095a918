package dev.holdfast.application.floor.label;

import java.util.List;

/**
 * What one label says. Any Unicode; what the font does not have becomes a question mark.
 *
 * @param carton for example {@code Carton 1 of 2}
 * @param from whose address to send it back to, line by line
 * @param to who gets it, line by line
 * @param place postcode and country, in large letters
 * @param number the tracking number: visible ASCII
 * @param notes small print, line by line
 */
record LabelText(
    String carrier,
    String service,
    String carton,
    List<String> from,
    List<String> to,
    String place,
    String number,
    List<String> notes) {
  LabelText {
    from = List.copyOf(from);
    to = List.copyOf(to);
    notes = List.copyOf(notes);
  }
}
