package dev.holdfast.server.runtime.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import dev.holdfast.application.access.AccessRules;
import dev.holdfast.application.access.VisitorLimits;
import dev.holdfast.application.webhook.Network;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What this process was told. Flags win over the environment, the environment over the file, the
 * file over the defaults.
 */
public record Settings(
    Path data,
    String host,
    int port,
    int managementPort,
    String databaseUrl,
    int lanes,
    int eventLoops,
    Duration outcomeAge,
    Set<NodeRole> roles,
    List<URI> ledgerUrls,
    String redisUrl,
    List<Network> webhookAllowedNetworks,
    List<Duration> webhookRetries,
    String shop,
    VisitorLimits.Terms visitors,
    @Nullable URI publicUrl,
    @Nullable OpenIdSettings openId,
    @Nullable CarrierSettings carrier,
    ReportSettings reports,
    boolean feed,
    boolean demo) {
  /** What {@link #shop} is where there shall be none, whatever else is set. */
  public static final String NO_SHOP = "off";

  /** With eight tries an hour long; more would let a position wait for days unseen. */
  private static final int MAX_RETRIES = 20;

  private static final int DAY = 86_400;

  private static final int MOST_PER_MINUTE = 1_000_000;

  /** Each is remembered. */
  private static final int MOST_HELD = 1_000;

  private static final Pattern PAUSE = Pattern.compile("[1-9][0-9]{0,4}");

  private static final Pattern PUBLIC_ORIGIN =
      Pattern.compile(
          "https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?|https?://\\[[0-9a-f:]+](:[0-9]{1,5})?");

  /** The configuration file in the working folder that is read when none is named. */
  public static final Path DEFAULT_FILE = Path.of("holdfast.conf");

  /**
   * Reads every source.
   *
   * @param flags by key; only those that were given
   * @param file null: {@link #DEFAULT_FILE} where it exists
   * @throws IllegalArgumentException with the mend when a value cannot be used
   */
  public static Settings read(
      Map<String, String> flags, @Nullable Path file, Map<String, String> environment) {
    Config config =
        ConfigFactory.parseMap(flags, "the command line")
            .withFallback(fromEnvironment(environment))
            .withFallback(fromFile(file))
            .withFallback(defaults());
    try {
      return new Settings(
              Path.of(text(config, Setting.DATA)).toAbsolutePath().normalize(),
              text(config, Setting.HOST),
              number(config, Setting.PORT, 0, 65_535),
              number(config, Setting.MANAGEMENT_PORT, 0, 65_535),
              text(config, Setting.DATABASE_URL),
              number(config, Setting.LANES, 1, 64),
              eventLoops(config),
              Duration.ofDays(number(config, Setting.IDEMPOTENCY_DAYS, 1, 3_650)),
              NodeRole.parse(text(config, Setting.ROLES)),
              ledgerUrls(config),
              text(config, Setting.REDIS_URL),
              items(config, Setting.WEBHOOK_ALLOWED_NETWORKS).map(Network::parse).toList(),
              webhookRetries(config),
              shop(config),
              visitors(config),
              publicUrl(config),
              OpenIdSettings.read(config, publicUrl(config)),
              CarrierSettings.read(config),
              ReportSettings.read(config),
              config.getBoolean(Setting.FEED.key()),
              config.getBoolean(Setting.DEMO.key()))
          .checked();
    } catch (ConfigException wrong) {
      throw new IllegalArgumentException(
          wrong.getMessage() + ". See ./holdfast config for what can be set.", wrong);
    }
  }

  /** Whether browsers come by HTTPS, as far as that was told. */
  public boolean isPublicByHttps() {
    return publicUrl != null && "https".equals(publicUrl.getScheme());
  }

  /** Whether this process has a part in an installation. */
  public boolean has(NodeRole role) {
    return roles.contains(role);
  }

  private Settings checked() {
    if (!has(NodeRole.LEDGER) && has(NodeRole.EDGE) && ledgerUrls.isEmpty()) {
      throw new IllegalArgumentException(
          "An edge without a ledger passes commands on. Set HOLDFAST_LEDGER_URLS to the addresses"
              + " of ledger nodes, or add ledger to roles.");
    }
    if (databaseUrl.isEmpty() && roles.size() < NodeRole.values().length) {
      throw new IllegalArgumentException(
          "Processes with different roles share a database. Set HOLDFAST_DATABASE_URL; the embedded"
              + " one is for a process that does everything.");
    }
    return this;
  }

  private static List<URI> ledgerUrls(Config config) {
    return items(config, Setting.LEDGER_URLS).map(Settings::ledgerUrl).toList();
  }

  /** What stands between commas. */
  private static Stream<String> items(Config config, Setting setting) {
    return Arrays.stream(text(config, setting).split(",", -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty());
  }

  private static List<Duration> webhookRetries(Config config) {
    List<String> pauses = items(config, Setting.WEBHOOK_RETRY_SECONDS).toList();
    boolean seconds =
        pauses.stream()
            .allMatch(pause -> PAUSE.matcher(pause).matches() && Integer.parseInt(pause) <= DAY);
    if (pauses.isEmpty() || pauses.size() > MAX_RETRIES || !seconds) {
      throw new IllegalArgumentException(
          Setting.WEBHOOK_RETRY_SECONDS.key()
              + " is \""
              + text(config, Setting.WEBHOOK_RETRY_SECONDS)
              + "\"; write 1 to "
              + MAX_RETRIES
              + " pauses of 1 to "
              + DAY
              + " seconds, with commas between, such as 1,5,30.");
    }
    return pauses.stream().map(Long::valueOf).map(Duration::ofSeconds).toList();
  }

  private static String shop(Config config) {
    String code = text(config, Setting.SHOP);
    if (!code.isEmpty() && !AccessRules.isClientCode(code)) {
      throw new IllegalArgumentException(
          "shop is \"" + code + "\"; it must be the code of a client, or off.");
    }
    return code;
  }

  private static VisitorLimits.Terms visitors(Config config) {
    return new VisitorLimits.Terms(
        number(config, Setting.SHOP_LOOKUPS_PER_MINUTE, 0, MOST_PER_MINUTE),
        number(config, Setting.SHOP_COMMANDS_PER_MINUTE, 0, MOST_PER_MINUTE),
        number(config, Setting.SHOP_RESERVATIONS, 0, MOST_HELD));
  }

  private static @Nullable URI publicUrl(Config config) {
    String text = text(config, Setting.PUBLIC_URL);
    if (text.isEmpty()) {
      return null;
    }
    if (PUBLIC_ORIGIN.matcher(text).matches()) {
      return URI.create(text);
    }
    throw new IllegalArgumentException(
        "public-url is \""
            + text
            + "\"; write it like https://stock.example.com, without anything after the host and"
            + " port.");
  }

  private static URI ledgerUrl(String text) {
    try {
      URI url = new URI(text);
      boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (web && url.getHost() != null) {
        return url;
      }
    } catch (URISyntaxException unreadable) {
      throw new IllegalArgumentException(notALedger(text), unreadable);
    }
    throw new IllegalArgumentException(notALedger(text));
  }

  private static String notALedger(String text) {
    return "ledger-urls holds "
        + text
        + "; write addresses such as http://10.0.0.5:8448, with"
        + " commas between.";
  }

  private static String text(Config config, Setting setting) {
    return config.getString(setting.key());
  }

  static int number(Config config, Setting setting, int least, int most) {
    int value = config.getInt(setting.key());
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          setting.key() + " is " + value + "; it must be " + least + " to " + most + ".");
    }
    return value;
  }

  private static int eventLoops(Config config) {
    int asked = number(config, Setting.EVENT_LOOPS, 0, 256);
    return asked > 0 ? asked : Runtime.getRuntime().availableProcessors();
  }

  private static Config defaults() {
    Map<String, String> values = new HashMap<>();
    for (Setting setting : Setting.values()) {
      values.put(setting.key(), setting.defaultValue());
    }
    return ConfigFactory.parseMap(values, "the defaults");
  }

  private static Config fromEnvironment(Map<String, String> environment) {
    Map<String, String> values = new HashMap<>();
    for (Setting setting : Setting.values()) {
      String value = environment.get(setting.environmentVariable());
      if (value != null && !value.isBlank()) {
        values.put(setting.key(), value.strip());
      }
    }
    return ConfigFactory.parseMap(values, "the environment");
  }

  private static Config fromFile(@Nullable Path file) {
    Path read = file == null ? DEFAULT_FILE : file;
    if (!Files.isRegularFile(read)) {
      if (file != null) {
        throw new IllegalArgumentException(
            "There is no configuration file " + file + ". Leave --config out or mend the path.");
      }
      return ConfigFactory.empty();
    }
    Config config;
    try {
      config =
          ConfigFactory.parseFile(
              read.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
    } catch (ConfigException broken) {
      throw new IllegalArgumentException(
          "Cannot read " + read + ": " + broken.getMessage(), broken);
    }
    Set<String> unknown = new TreeSet<>(config.root().keySet());
    for (Setting setting : Setting.values()) {
      unknown.remove(setting.key());
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          read
              + " sets "
              + String.join(", ", unknown)
              + ", which is nothing we know."
              + " See ./holdfast config for what can be set.");
    }
    return config;
  }
}
