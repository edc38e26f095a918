package dev.holdfast.bench.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts server processes the way a person does: through the launcher of the checkout. */
final class Launcher {
  private static final String HOME_VARIABLE = "HOLDFAST_HOME";
  private static final String DATABASE_VARIABLE = "HOLDFAST_DATABASE_URL";
  private static final String OUTPUT = "server.log";

  private final Path home;

  private Launcher(Path home) {
    this.home = home;
  }

  /** The launcher that {@code HOLDFAST_HOME} names. */
  static Launcher ofEnvironment() {
    return of(System.getenv());
  }

  static Launcher of(Map<String, String> environment) {
    String home = environment.getOrDefault(HOME_VARIABLE, "");
    if (home.isEmpty()) {
      throw new InstanceException(
          HOME_VARIABLE + " is not set. Start this through ./holdfast, which sets it.");
    }
    Path launcher = Path.of(home).resolve("holdfast");
    if (!Files.isExecutable(launcher)) {
      throw new InstanceException(
          launcher + " is missing. Set " + HOME_VARIABLE + " to a checkout of Holdfast.");
    }
    return new Launcher(Path.of(home));
  }

  /** Where fresh folders go: on the disk of the checkout, because /tmp may be memory. */
  Path runs() {
    return home.resolve("bench").resolve("target").resolve("runs");
  }

  static Path output(Path folder) {
    return folder.resolve(OUTPUT);
  }

  /**
   * Starts a server in a folder.
   *
   * @param databaseUrl the database to use; empty for an embedded one in the folder
   */
  Process serve(Path folder, String databaseUrl, ServeOptions options) throws IOException {
    List<String> command = new ArrayList<>(options.before());
    command.addAll(List.of(home.resolve("holdfast").toString(), "serve"));
    command.addAll(List.of("--data", folder.toString()));
    command.addAll(List.of("--port", "0", "--management-port", "0"));
    ProcessBuilder builder = builder(folder, databaseUrl, command);
    builder.environment().putAll(options.environment());
    return builder.start();
  }

  /** Starts a command that ends by itself, with its output in the folder. */
  Process run(Path folder, String databaseUrl, List<String> words) throws IOException {
    List<String> command = new ArrayList<>(List.of(home.resolve("holdfast").toString()));
    command.addAll(words);
    return builder(folder, databaseUrl, command).start();
  }

  private ProcessBuilder builder(Path folder, String databaseUrl, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.matches("HOLDFAST_(?!HOME|JAVA).*"));
    if (!databaseUrl.isEmpty()) {
      builder.environment().put(DATABASE_VARIABLE, databaseUrl);
    }
    builder.directory(home.toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output(folder).toFile()));
    return builder;
  }
}
