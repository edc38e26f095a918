package dev.holdfast.bench.fulfilment.cartons;

import dev.holdfast.bench.instance.InstanceException;
import dev.holdfast.domain.fulfilment.Goods;
import dev.holdfast.domain.fulfilment.Handling;
import dev.holdfast.domain.fulfilment.carton.CartonLine;
import dev.holdfast.domain.fulfilment.carton.CartonType;
import dev.holdfast.domain.fulfilment.carton.Orientations;
import dev.holdfast.domain.fulfilment.carton.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Scanner;

/** The container-loading problems of Bischoff and Ratcliff (1995), as the OR-Library keeps them. */
final class LoadingSet {
  /** No weights are given: whatever fits may go. */
  private static final int ANY_WEIGHT_G = 1;

  /** One problem: a container and what could be loaded. */
  record Problem(CartonType container, List<CartonLine> lines) {}

  private LoadingSet() {}

  /** The problems of one file: number and seed, container, types with three sides and a number. */
  static List<Problem> read(Path folder, int set) {
    Path file = folder.resolve("thpack" + set + ".txt");
    try (Scanner in = new Scanner(file, StandardCharsets.US_ASCII)) {
      int count = in.nextInt();
      List<Problem> problems = new ArrayList<>();
      for (int p = 0; p < count; p++) {
        problems.add(problem(in));
      }
      return problems;
    } catch (IOException | NoSuchElementException unreadable) {
      throw new InstanceException(
          "Cannot read " + file + ". Give the folder of thpack1.txt to thpack7.txt.", unreadable);
    }
  }

  private static Problem problem(Scanner in) {
    in.nextInt();
    String seed = in.next();
    Size inner = new Size(in.nextInt(), in.nextInt(), in.nextInt());
    int types = in.nextInt();
    List<CartonLine> lines = new ArrayList<>();
    for (int i = 0; i < types; i++) {
      String name = in.next();
      int length = in.nextInt();
      boolean lengthUp = in.nextInt() == 1;
      int width = in.nextInt();
      boolean widthUp = in.nextInt() == 1;
      int height = in.nextInt();
      boolean heightUp = in.nextInt() == 1;
      Goods goods = new Goods(name, length, width, height, 0, Handling.NONE);
      lines.add(
          new CartonLine(goods, in.nextInt(), Orientations.standing(lengthUp, widthUp, heightUp)));
    }
    return new Problem(new CartonType(seed, inner, inner, 0, ANY_WEIGHT_G, 0), lines);
  }
}
