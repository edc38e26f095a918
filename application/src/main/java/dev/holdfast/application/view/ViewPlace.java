package dev.holdfast.application.view;

/**
 * How far a view has come in the order of commits.
 *
 * @param history the name of the history that the place belongs to
 * @param place of the last mark that was reached
 * @param beyond whether parts of what was committed after the mark may be seen already
 */
public record ViewPlace(String history, long place, boolean beyond) {
  /** Of a view that knows nothing. */
  static final ViewPlace NOWHERE = new ViewPlace("", 0, false);

  /** Whether everything is seen here that could be seen at an earlier place of this history. */
  public boolean covers(long earlier, boolean beyondIt) {
    return beyondIt ? place > earlier : place >= earlier;
  }
}
