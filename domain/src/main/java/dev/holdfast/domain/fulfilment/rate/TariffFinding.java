package dev.holdfast.domain.fulfilment.rate;

/**
 * Something that is wrong with a row of a tariff.
 *
 * @param sheet which kind of row
 * @param line where the row stands, as it was given
 * @param field the field's name in that kind of row
 * @param message what is wrong and how to mend it, as the end of a sentence about the field
 * @param refuses whether the tariff cannot be used; otherwise it is a hole, and a quote that falls
 *     into it is refused by name
 */
public record TariffFinding(Sheet sheet, long line, String field, String message, boolean refuses) {

  /** The kinds of rows. */
  public enum Sheet {
    TERMS,
    ZONES,
    BANDS,
    SURCHARGES
  }
}
