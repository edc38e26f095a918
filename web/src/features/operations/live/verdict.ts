import { figure, millisText } from "./figures";
import type { Sample } from "./types";

// The thresholds of the alerts in docs/operating.md: page and pager say the same.
const STALE_FEED_MILLIS = 5_000;
const MANY_WAITING = 2_000;
const SLOW_COMMAND_MILLIS = 500;
/** Three samples that did not come. */
const SILENT_MILLIS = 16_000;

export type Mood = "well" | "strained" | "ill" | "silent";

export interface Finding {
  what: string;
  /** What it means for shoppers and stores, and what to do. */
  meaning: string;
}

export interface Verdict {
  mood: Mood;
  title: string;
  text: string;
  findings: Finding[];
}

function findingsOf(sample: Sample): Finding[] {
  const findings: Finding[] = [];
  if (!sample.storeReachable) {
    findings.push({
      what: "The database cannot be reached.",
      meaning:
        "Lookups go on from memory. Sales and reservations are answered with 503, and nothing of them is done. Check that PostgreSQL runs, has free connections and disk, and is no standby.",
    });
  }
  if (sample.unknownsPerSecond > 0) {
    findings.push({
      what: `${figure(sample.unknownsPerSecond)} commands a second end with an unknown outcome.`,
      meaning:
        "Commits were sent and not confirmed. Tills and partners settle it themselves by asking again. Look at PostgreSQL's log for a failover, or for somebody who cancels commits.",
    });
  }
  const behind = sample.feedAgeMillis ?? 0;
  if (behind > STALE_FEED_MILLIS) {
    findings.push({
      what: `Lookups are ${millisText(behind)} behind.`,
      meaning:
        "They say that they are stale, and nothing is oversold. The feed does not come through: look for “the feed is interrupted” in the log.",
    });
  }
  if (sample.waiting > MANY_WAITING) {
    findings.push({
      what: `${figure(sample.waiting)} commands wait.`,
      meaning:
        "If batches have become slow too, the database is the bottleneck. If not, add a node, or give this one more lanes.",
    });
  }
  const slowest = sample.commandP99Millis ?? 0;
  if (slowest > SLOW_COMMAND_MILLIS) {
    findings.push({
      what: `One command in a hundred takes longer than ${millisText(slowest)}.`,
      meaning:
        "Usual causes: the disk's flush time, a long import that holds positions, or a synchronous standby far away.",
    });
  }
  return findings;
}

function load(sample: Sample): string {
  const rates = `${figure(sample.lookupsPerSecond)} lookups and ${figure(sample.commandsPerSecond)} commands a second.`;
  const { commandP50Millis: half, commandP99Millis: most } = sample;
  if (half === undefined || most === undefined) return rates;
  return `${rates} Half of the commands take at most ${millisText(half)}, 99 of 100 at most ${millisText(most)}.`;
}

/** Says in words whether all is well, and if not, what is wrong and what to do. */
export function verdictOf(sample: Sample, ageMillis: number): Verdict {
  const findings = findingsOf(sample);
  if (ageMillis > SILENT_MILLIS) {
    return {
      mood: "silent",
      title: "No news from the server",
      text: "These are the last figures that came. The page goes on trying. If others see this too, check that the node runs.",
      findings: [],
    };
  }
  const [first, ...more] = findings;
  if (!first) return { mood: "well", title: "All is well", text: load(sample), findings };
  return {
    mood: sample.storeReachable ? "strained" : "ill",
    title: more.length === 0 ? first.what : `${findings.length} things need you`,
    text: load(sample),
    findings,
  };
}
