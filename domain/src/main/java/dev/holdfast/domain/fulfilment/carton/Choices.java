package dev.holdfast.domain.fulfilment.carton;

/** The best few blocks for one space, best first. */
final class Choices {
  private final int[] blocks;
  private final double[] scores;
  private int size;
  private int space;

  Choices(int most) {
    blocks = new int[most];
    scores = new double[most];
  }

  void clear(int nextSpace) {
    size = 0;
    space = nextSpace;
  }

  int size() {
    return size;
  }

  int space() {
    return space;
  }

  int block(int rank) {
    return blocks[rank];
  }

  /** What a score must exceed to be taken. */
  double threshold() {
    return size < blocks.length ? 0 : scores[size - 1];
  }

  void offer(int block, double score) {
    int at = size < blocks.length ? size++ : size - 1;
    while (at > 0 && scores[at - 1] < score) {
      scores[at] = scores[at - 1];
      blocks[at] = blocks[at - 1];
      at--;
    }
    scores[at] = score;
    blocks[at] = block;
  }
}
