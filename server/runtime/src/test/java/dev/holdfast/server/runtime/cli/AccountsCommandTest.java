package dev.holdfast.server.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.bulk.FileClient;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import picocli.CommandLine;

/** Accounts of people from the shell. */
@ExtendWith(RunningServer.Shared.class)
final class AccountsCommandTest {
  private final PrintStream realOut = System.out;
  private final PrintStream realErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final String email = UUID.randomUUID() + "@example.com";
  private String url;
  private String key;

  @BeforeEach
  void newClient(RunningServer server) {
    url = server.url();
    key = FileClient.in(server).secret();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void giveTheStreamsBack() {
    System.setOut(realOut);
    System.setErr(realErr);
  }

  /** Runs a subcommand and gives what it printed. */
  private String done(String... arguments) {
    out.reset();
    assertThat(run(arguments)).as(err.toString(StandardCharsets.UTF_8)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private int run(String... arguments) {
    String[] all = new String[arguments.length + 4];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(new String[] {"--url", url, "--key", key}, 0, all, arguments.length, 4);
    return new CommandLine(new AccountsCommand())
        .setExecutionExceptionHandler(new Failures())
        .execute(all);
  }

  private int signIn(String password) throws Exception {
    String body = "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/v1/session"))
            .header("Content-Type", "application/json")
            .header("Holdfast-Client", "web")
            .POST(BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  private static String lastLine(String text) {
    return text.strip().lines().toList().getLast();
  }

  @Test
  void aPersonIsAddedGetsANewPasswordAndIsLockedOut() throws Exception {
    String first = lastLine(done("add", email, "Ann Clerk", "--role", "clerk"));
    assertThat(signIn(first)).isLessThan(300);
    assertThat(done("list")).contains(email, "clerk", "active", "Ann Clerk");

    String second = lastLine(done("reset-password", email));
    assertThat(second).isNotEqualTo(first);
    assertThat(signIn(first)).isEqualTo(401);
    assertThat(signIn(second)).isLessThan(300);

    assertThat(done("role", email, "reader")).contains("reader");
    done("disable", email);
    assertThat(done("list")).contains("disabled").doesNotContain("active");
    assertThat(signIn(second)).isEqualTo(401);
    done("enable", email);
    assertThat(signIn(second)).isLessThan(300);
  }

  @Test
  void whoIsNotThereOrMayNotBeIsSaidWithTheMend() {
    assertThat(run("disable", "nobody@example.com")).isEqualTo(Failures.FAILED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("./holdfast accounts list");

    assertThat(run("add", email, "Ann", "--role", "emperor")).isEqualTo(Failures.FAILED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("role");
  }
}
