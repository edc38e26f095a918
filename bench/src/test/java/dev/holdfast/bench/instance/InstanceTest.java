package dev.holdfast.bench.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.bench.report.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class InstanceTest {
  @TempDir private Path home;

  @BeforeEach
  void installLauncher() throws IOException {
    Path launcher = home.resolve("holdfast");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec '%s' -cp '%s' %s \"$@\"\n"
            .formatted(java, System.getProperty("java.class.path"), StandInServer.class.getName()));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void anInstanceStartsAndLeavesNothingBehind() throws Exception {
    Path folder;
    ServerProcess server;
    try (Instance instance = start()) {
      folder = instance.folder();
      server = instance.server();
      assertThat(server.isAlive()).isTrue();
      assertThat(instance.key()).isEqualTo("hf_first");
      assertThat(instance.database().url()).isEqualTo("jdbc:postgresql://db/h");
    }
    assertThat(server.isAlive()).isFalse();
    assertThat(folder).doesNotExist();
  }

  @Test
  void aFolderThatIsToBeKeptStays() throws Exception {
    Path folder;
    try (Instance instance = Instance.start(launcher(), Progress.toErrorStream(), true)) {
      folder = instance.folder();
    }
    assertThat(folder.resolve("server-1").resolve("server.log")).exists();
  }

  @Test
  void aKilledServerComesBackInItsFolderAndAnOldRunFileIsNotBelieved() throws Exception {
    try (Instance instance = start()) {
      ServerProcess server = instance.server();
      long before = server.pid();
      server.kill();
      assertThat(server.isAlive()).isFalse();

      server.start();

      assertThat(server.pid()).isNotEqualTo(before);
      assertThat(new Stock(instance.api()).reservedInAll()).isEqualTo(6);
    }
  }

  @Test
  void anotherServerGetsTheSameDatabaseWithItsLogin() throws Exception {
    try (Instance instance = start()) {
      ServerProcess other = instance.startAnother();

      assertThat(other.url()).isNotEqualTo(instance.server().url());
      assertThat(other.database().url())
          .isEqualTo("jdbc:postgresql://db/h?user=postgres&password=a%26b");
      assertThat(instance.servers()).hasSize(2);
    }
  }

  @Test
  void aServerThatEndsInsteadOfStartingIsQuoted() throws Exception {
    Path folder = Files.createDirectory(home.resolve("data"));
    Files.createFile(folder.resolve("full"));
    ServerProcess server = new ServerProcess(launcher(), folder, "", ServeOptions.DEFAULT);

    assertThatThrownBy(server::start)
        .isInstanceOf(InstanceException.class)
        .hasMessageContaining("The disk is full. Free some space.");
  }

  @Test
  void aDatabaseThatIsNotEmbeddedIsNotKilled() throws Exception {
    try (Instance instance = start()) {
      assertThatThrownBy(() -> instance.server().killPostgres())
          .isInstanceOf(InstanceException.class)
          .hasMessageContaining("not embedded");
    }
  }

  @Test
  void aListIsReadToItsLastPageAndAnErrorIsNamed() throws Exception {
    try (Instance instance = start();
        Api api = instance.api()) {
      assertThat(new Stock(api).reservedInAll()).isEqualTo(1 + 2 + 3);
      assertThatThrownBy(() -> api.must("/v1/receipts", "{}"))
          .isInstanceOf(InstanceException.class)
          .hasMessageContaining("/v1/receipts answered 422")
          .hasMessageContaining("--keep")
          .hasMessageContaining("invalid-field");
      assertThat(api.command("/v1/receipts", "k", "{}").problem()).isEqualTo("invalid-field");
    }
  }

  @Test
  void withoutACheckoutTheMendIsNamed() {
    assertThatThrownBy(() -> Launcher.of(Map.of())).hasMessageContaining("through ./holdfast");
    assertThatThrownBy(() -> Launcher.of(Map.of("HOLDFAST_HOME", home + "/elsewhere")))
        .hasMessageContaining("Set HOLDFAST_HOME to a checkout");
  }

  private Launcher launcher() {
    return Launcher.of(Map.of("HOLDFAST_HOME", home.toString()));
  }

  private Instance start() throws Exception {
    return Instance.start(launcher(), Progress.toErrorStream(), false);
  }
}
