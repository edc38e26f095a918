package dev.holdfast.server.runtime.cli;

import dev.holdfast.server.runtime.config.Setting;
import dev.holdfast.server.runtime.config.Settings;
import java.io.PrintStream;
import picocli.CommandLine.Command;

/** Prints everything that can be set. */
@Command(
    name = "config",
    description = "Print everything that can be set, its default and where.",
    mixinStandardHelpOptions = true)
public final class ConfigCommand implements Runnable {
  @Override
  public void run() {
    PrintStream out = System.out;
    out.println(
        "Flags win over the environment, the environment over the file "
            + Settings.DEFAULT_FILE
            + ",");
    out.println("the file over the defaults. In the file: key = value, one per line.");
    for (Setting setting : Setting.values()) {
      String shown = setting.defaultValue().isEmpty() ? "(empty)" : setting.defaultValue();
      out.println();
      out.println(setting.key());
      out.println("    " + setting.purpose());
      out.println("    default " + shown + "   environment " + setting.environmentVariable());
    }
  }
}
