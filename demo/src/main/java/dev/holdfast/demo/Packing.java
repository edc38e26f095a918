package dev.holdfast.demo;

import java.util.List;
import java.util.Locale;

/**
 * The physics of a product line: its form, its gross weight per litre of outer volume, and what one
 * piece or millilitre weighs.
 *
 * @param gramsPerLitre of the whole pack, air included
 * @param mgPerPiece of one piece or millilitre; 0 where packs are given by weight
 */
record Packing(PackForm form, int gramsPerLitre, int mgPerPiece) {

  /** Reads {@code bottle 930 1050} or {@code bag 740}. */
  static Packing parse(String text) {
    List<String> words = List.of(text.split(" "));
    return new Packing(
        PackForm.valueOf(words.get(0).toUpperCase(Locale.ROOT)),
        Integer.parseInt(words.get(1)),
        words.size() > 2 ? Integer.parseInt(words.get(2)) : 0);
  }

  DemoSize sizeOf(int netG) {
    return form.around(netG, gramsPerLitre);
  }
}
