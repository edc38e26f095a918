package dev.holdfast.bench.lookup;

import dev.holdfast.bench.instance.Api;
import dev.holdfast.bench.instance.CpuMeter;
import dev.holdfast.bench.instance.Cpus;
import dev.holdfast.bench.instance.Instance;
import dev.holdfast.bench.instance.ServeOptions;
import dev.holdfast.bench.load.BlockLoad;
import dev.holdfast.bench.load.Framing;
import dev.holdfast.bench.load.HttpFraming;
import dev.holdfast.bench.load.RedisFraming;
import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Relation;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.ReportingCommand;
import dev.holdfast.bench.rival.Redis;
import dev.holdfast.bench.rival.Rival;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a lookup costs, beside programs that do nothing else than answer. */
@Command(
    name = "lookup",
    description = {
      "Lookups per CPU-second of the server on one core: single ones against nginx that returns",
      "the same bytes from its configuration; with --skus 50, queries of 50 SKUs against Redis",
      "MGET of 50."
    })
public final class Lookup extends ReportingCommand {
  private static final int SHELF = 20_000;
  private static final int QUICK_SHELF = 500;
  private static final int PIPELINED = 16;
  private static final double BAR_ONE = 0.85;
  private static final double BAR_PIPELINED = 2;
  private static final double BAR_MANY = 1.5;

  @Option(
      names = "--skus",
      defaultValue = "1",
      description = "SKUs of each request: 1, or up to 500 (default: ${DEFAULT-VALUE}).")
  private int skus;

  @Option(
      names = "--clients",
      defaultValue = "32",
      description = "Connections (default: ${DEFAULT-VALUE}).")
  private int clients;

  @Option(
      names = "--rounds",
      defaultValue = "9",
      description = "Rounds in which both sides take turns (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--seconds",
      defaultValue = "4",
      description = "Seconds of load per side and round (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warm-up",
      defaultValue = "60",
      description = "Seconds for the compilers of our JVM (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  protected String commandName() {
    return skus == 1 ? "bench lookup" : "bench lookup --skus " + skus;
  }

  @Override
  protected void measure(Report report, Progress progress) throws Exception {
    if (skus < 1 || skus > 500) {
      throw new ParameterException(
          spec.commandLine(), "--skus is " + skus + "; it must be 1 to 500.");
    }
    String program =
        skus == 1 ? Rival.find("nginx", Nginx.PACKAGE) : Rival.find("redis-server", Redis.PACKAGE);
    report.version("rival", Rival.version(program, skus == 1 ? "-v" : "--version"));
    progress.expect(4 + (skus == 1 ? 2 : 1) * turns());
    Cpus.others().keepThisProcess();
    if (!Cpus.canBeChosen()) {
      report.note("Processes could not be kept on a core each: expect noise.");
    }
    ServeOptions options = ServeOptions.DEFAULT.with("HOLDFAST_EVENT_LOOPS", "1").on(Cpus.first());
    try (Instance instance = Instance.start(progress, keep(), options);
        Api api = instance.api()) {
      instance.describe(report);
      progress.step("filling a shelf");
      Shelf shelf = Shelf.filled(api, quick() ? QUICK_SHELF : SHELF);
      if (skus == 1) {
        single(report, progress, instance, api, shelf);
      } else {
        many(report, progress, instance, api, shelf);
      }
    }
  }

  private int turns() {
    return quick() ? 2 : rounds;
  }

  private Duration time() {
    return quick() ? Duration.ofMillis(700) : Duration.ofSeconds(seconds);
  }

  private void single(Report report, Progress progress, Instance instance, Api api, Shelf shelf)
      throws Exception {
    HttpResponse<String> answer = shelf.answer(shelf.skus().getFirst());
    try (Rival nginx = Nginx.serving(answer, instance.folder())) {
      report.figure("answer_bytes", answer.body().length());
      for (int depth : new int[] {1, PIPELINED}) {
        String name = depth == 1 ? "one lookup at a time" : depth + " lookups at a time";
        byte[][] ask = Blocks.lookups(api.base(), api.key(), shelf.skus(), depth);
        BlockLoad us = load(address(api.base()), depth, new HttpFraming(), ask);
        BlockLoad them = load(nginx.address(), depth, new HttpFraming(), ask);
        Contest contest = contest(progress, instance, nginx, name, us, them);
        String figure = depth == 1 ? "one" : "pipelined";
        contest.show(report, name, figure, "nginx, return 200", 1);
        report.figure(figure + "_ratio", contest.ratio());
        report.speed(
            "times nginx, " + name,
            contest.ratio(),
            Relation.AT_LEAST,
            depth == 1 ? BAR_ONE : BAR_PIPELINED);
      }
    }
  }

  private void many(Report report, Progress progress, Instance instance, Api api, Shelf shelf)
      throws Exception {
    try (Rival redis = Redis.start(instance.folder())) {
      Redis.fill(redis, shelf.skus(), shelf.answer(shelf.skus().getFirst()).body());
      BlockLoad us =
          load(
              address(api.base()),
              1,
              new HttpFraming(),
              Blocks.queries(api.base(), api.key(), shelf.skus(), skus));
      BlockLoad them =
          load(redis.address(), 1, new RedisFraming(), Blocks.gets(shelf.skus(), skus));
      String name = skus + " SKUs at a time";
      Contest contest = contest(progress, instance, redis, name, us, them);
      contest.show(report, "SKUs, " + name, "skus", "Redis, MGET", skus);
      report.figure("ratio", contest.ratio());
      report.speed("times Redis, " + name, contest.ratio(), Relation.AT_LEAST, BAR_MANY);
    }
  }

  private BlockLoad load(InetSocketAddress target, int depth, Framing framing, byte[][] blocks) {
    return new BlockLoad(target, clients, depth, framing, blocks);
  }

  private Contest contest(
      Progress progress, Instance instance, Rival rival, String name, BlockLoad us, BlockLoad them)
      throws IOException {
    progress.step("warming both sides up: " + name);
    us.run(quick() ? Duration.ofSeconds(2) : Duration.ofSeconds(warmUp));
    them.run(Duration.ofSeconds(1));
    Contest contest = new Contest(new CpuMeter(instance), rival);
    for (int turn = 1; turn <= turns(); turn++) {
      progress.step(name + ", round " + turn + " of " + turns());
      contest.round(us, them, time());
    }
    return contest;
  }

  private static InetSocketAddress address(URI base) {
    return new InetSocketAddress(base.getHost(), base.getPort());
  }
}
