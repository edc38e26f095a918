package dev.holdfast.bench.rival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.bench.instance.InstanceException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RivalTest {
  @Test
  void aMissingProgramIsNamedWithTheCommandThatInstallsIt() {
    assertThatThrownBy(() -> Rival.find("no-such-program", "some-package"))
        .isInstanceOf(InstanceException.class)
        .hasMessageContaining("no-such-program is missing")
        .hasMessageContaining("sudo apt-get install some-package");
  }

  @Test
  void aProgramThatEndsAtOnceIsShownWithWhatItSaid(@TempDir Path folder) {
    String env = Rival.find("env", "coreutils");

    assertThatThrownBy(() ->
            Rival.start(
                port -> List.of(env, "sh", "-c", "echo no such luck"), folder.resolve("log")))
        .isInstanceOf(InstanceException.class)
        .hasMessageContaining("no such luck");
  }

  @Test
  void theFirstLineOfAVersionIsRead() throws Exception {
    assertThat(Rival.version(Rival.find("env", "coreutils"), "--version")).contains("env");
  }
}
