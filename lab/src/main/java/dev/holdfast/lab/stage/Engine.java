package dev.holdfast.lab.stage;

import java.io.IOException;
import java.util.List;

/** A database whose stages are measured. Closing it removes everything that it made. */
public interface Engine extends AutoCloseable {
  String name();

  /** Which server, with its version: embedded or somebody's own. */
  String server();

  /** In order of their numbers; each is loaded before the next. */
  List<Stage> stages();

  /** What this run does not prove. */
  List<String> notVerified();

  /** What to say beside every timing; empty where they can be taken as they are. */
  default String caveat() {
    return "";
  }

  /** About how much disk a row of the raw orders takes in all stages together. */
  long bytesPerRow();

  @Override
  void close() throws IOException;
}
