package dev.holdfast.bench.speed;

import dev.holdfast.bench.fulfilment.cartons.Cartons;
import dev.holdfast.bench.fulfilment.pick.PickPath;
import dev.holdfast.bench.fulfilment.rates.Rates;
import dev.holdfast.bench.fulfilment.sourcing.SourcingBench;
import dev.holdfast.bench.lookup.Lookup;
import dev.holdfast.bench.order.Orders;
import dev.holdfast.bench.peak.Peak;
import dev.holdfast.bench.reporting.Reports;
import dev.holdfast.bench.view.View;
import picocli.CommandLine.Command;

/** The benchmarks, each beside its baseline. */
@Command(
    name = "bench",
    description = "Measures Holdfast beside its baselines, on a fresh instance of its own.",
    subcommands = {
      HotSku.class,
      Spread.class,
      Lone.class,
      Import.class,
      Feed.class,
      Lookup.class,
      View.class,
      Peak.class,
      PickPath.class,
      Cartons.class,
      Rates.class,
      SourcingBench.class,
      Orders.class,
      Reports.class
    },
    synopsisSubcommandLabel = "COMMAND")
public final class BenchCommand {}
