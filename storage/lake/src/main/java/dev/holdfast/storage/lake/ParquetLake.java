package dev.holdfast.storage.lake;

import dev.holdfast.storage.api.FactLake;
import dev.holdfast.storage.api.LakeTable;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A lake as a folder of Parquet files, {@code TABLE/client=CODE/day=DAY/part-FROM-TO.parquet}, and
 * {@link LakeState}. How it is crash-safe: files are written elsewhere on the same disk, flushed
 * and named; then the state that names them replaces the one before. Whatever no state names is
 * removed when the folder is opened.
 */
public final class ParquetLake implements FactLake {
  /**
   * A joined file is kept for those who read by an older state: longer than anybody's query takes.
   */
  private static final long RETIRED_KEPT_SECONDS = 3_600;

  private final LakeFolder folder;
  private final DuckSession session;
  private final InstantSource clock;
  private final Steps steps;
  private LakeState state;

  /** Told of each step, so that a test can end there. */
  interface Steps {
    void reached(String step);
  }

  private ParquetLake(
      LakeFolder folder, DuckSession session, InstantSource clock, Steps steps, LakeState state) {
    this.folder = folder;
    this.session = session;
    this.clock = clock;
    this.steps = steps;
    this.state = state;
  }

  /**
   * Opens a lake, or makes one, and removes what a stopped export left over.
   *
   * @param root a lake, an empty folder, or none yet
   * @param installation whose facts it takes
   * @param client whose alone; empty for every client's
   * @throws IllegalArgumentException with the mend, when the folder is no such lake
   * @throws StoreUnavailableException when the folder cannot be read or written
   */
  public static ParquetLake open(
      Path root, String installation, String client, InstantSource clock) {
    return open(root, installation, client, clock, step -> {});
  }

  static ParquetLake open(
      Path root, String installation, String client, InstantSource clock, Steps steps) {
    Path absolute = root.toAbsolutePath().normalize();
    try {
      LakeFolder folder = LakeFolder.claim(absolute);
      try {
        LakeState state = admitted(folder, installation, client);
        folder.tidy(state);
        DuckSession session = DuckSession.open(folder.drafts().resolve("spill"));
        ParquetLake lake = new ParquetLake(folder, session, clock, steps, state);
        new LakeSql(folder).write(state);
        return lake;
      } catch (IOException | SQLException | RuntimeException failed) {
        folder.close();
        throw failed;
      }
    } catch (IOException | SQLException failed) {
      throw cannot(absolute, failed);
    }
  }

  /** The state of the folder, if it is one of these facts; a new one in a new folder. */
  private static LakeState admitted(LakeFolder folder, String installation, String client)
      throws IOException {
    LakeState state = folder.state();
    if (state == null) {
      folder.refuseFilesWithoutState();
      LakeState first = LakeState.empty(installation, client);
      folder.keep(first);
      return first;
    }
    if (!state.installation().equals(installation)) {
      throw new IllegalArgumentException(
          folder.root()
              + " holds the facts of another installation. Name another folder, or the database"
              + " that they came from.");
    }
    if (!state.client().equals(client)) {
      throw new IllegalArgumentException(
          folder.root()
              + " holds the facts of "
              + (state.client().isEmpty() ? "every client" : "client " + state.client())
              + ". Say so again ("
              + (state.client().isEmpty() ? "without --client" : "--client " + state.client())
              + "), or name another folder.");
    }
    return state;
  }

  @Override
  public long mark() {
    return state.mark();
  }

  @Override
  public Instant asOf() {
    return Instant.parse(state.asOf());
  }

  @Override
  public Draft begin() {
    try {
      return new ParquetDraft(this, session);
    } catch (SQLException failed) {
      throw cannot(folder.root(), failed);
    }
  }

  /** Gives drafts their names, and names them in the next state. */
  Written settle(long to, Instant asOf, List<DraftFile> drafts, long rows)
      throws IOException, SQLException {
    LakeState next = state.at(to, asOf.toString());
    List<String> named = new ArrayList<>();
    long bytes = 0;
    for (DraftFile draft : drafts) {
      String path = draft.table().label() + "/" + draft.part();
      folder.name(draft.file(), path);
      steps.reached("named " + path);
      named.add(path);
      bytes += folder.size(path);
      next = next.with(draft.table(), List.of(draft.part()));
    }
    folder.syncFolders(named);
    steps.reached("named all");
    become(next);
    steps.reached("moved the mark");
    Compaction.Joined joined = new Compaction(folder, session, steps).join(state, named);
    if (!joined.files().isEmpty()) {
      replace(joined);
    }
    forgetRetired();
    new LakeSql(folder).write(state);
    return new Written(rows, named.size() + joined.count(), bytes + joined.bytes());
  }

  private void replace(Compaction.Joined joined) throws IOException {
    LakeState next = state;
    long now = clock.instant().getEpochSecond();
    for (Map.Entry<LakeTable, List<String>> each : joined.files().entrySet()) {
      next = next.with(each.getKey(), each.getValue());
    }
    for (Map.Entry<LakeTable, List<String>> each : joined.replaced().entrySet()) {
      next = next.retiring(each.getKey(), each.getValue(), now);
    }
    become(next);
    steps.reached("replaced joined files");
  }

  /**
   * Only what the state has let go is deleted, so that a stop in between leaves it as a leftover.
   */
  private void forgetRetired() throws IOException {
    LakeState next = state.forgetting(clock.instant().getEpochSecond() - RETIRED_KEPT_SECONDS);
    if (next.retired().size() == state.retired().size()) {
      return;
    }
    Set<String> gone = new TreeSet<>(state.retired().keySet());
    gone.removeAll(next.retired().keySet());
    become(next);
    steps.reached("let go of joined files");
    for (String path : gone) {
      folder.delete(path);
    }
  }

  private void become(LakeState next) throws IOException {
    folder.keep(next);
    state = next;
  }

  Path drafts() {
    return folder.drafts();
  }

  void reached(String step) {
    steps.reached(step);
  }

  StoreUnavailableException cannot(Exception failed) {
    return cannot(folder.root(), failed);
  }

  private static StoreUnavailableException cannot(Path root, Exception failed) {
    return new StoreUnavailableException(
        "Cannot write to "
            + root
            + ": "
            + failed.getMessage()
            + ". Check that it is writable and has room; what was written stays, and the next"
            + " export goes on from there.",
        failed);
  }

  @Override
  public void close() {
    try {
      session.close();
      folder.close();
    } catch (IOException | SQLException failed) {
      throw cannot(failed);
    }
  }

  /**
   * A file that has no name in the lake yet.
   *
   * @param part its name to be, relative to its table
   */
  record DraftFile(LakeTable table, Path file, String part) {}
}
