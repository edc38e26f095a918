import { Stack } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import { ScanField } from "@/shared/scan/ScanField";
import { useScan, useScanTarget } from "@/shared/scan/ScanProvider";
import css from "../warehouse.module.css";
import type { PickList, Stop } from "../wire";
import { DoneStop } from "./DoneStop";
import { FewerDialog } from "./FewerDialog";
import { FloorMap } from "./FloorMap";
import { handOf, legsOf, lengthOfWay } from "./floorMap";
import { LastStop } from "./LastStop";
import { ShortNotices } from "./ShortNotices";
import { SlotSign } from "./SlotSign";
import { StopHead } from "./StopHead";
import type { Work } from "./useWork";
import { WishCard } from "./WishCard";
import { scannedAt, type Wish, wishesOf } from "./wishes";

interface Props {
  list: PickList;
  stop: Stop;
  /** The first stop that is not done; undefined when all are. */
  next: Stop | undefined;
  work: Work;
  /** Goes to a stop by its index, or back to the order of the walk. */
  choose(index: number | undefined): void;
}

/** Where to go, what to take, how many, and into which tote. */
export function StopView({ list, stop, next, work, choose }: Props) {
  const { focus } = useScan();
  const [fewer, askFewer] = useState<Wish>();
  const index = list.stops.indexOf(stop);
  const done = work.progress.isDone(stop);
  function answer(wish: Wish, much: number | undefined) {
    work.answer(stop, wish.key, much);
    choose(undefined);
    focus();
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another stop is another page
  useEffect(() => {
    // It tells a promise in new browsers, which an effect must not.
    window.scrollTo({ top: 0 });
  }, [stop.stop]);
  useScanTarget("Scan what you take", (code) => {
    if (done) throw new Error("This stop is done. Press “To the next stop”.");
    const scanned = scannedAt(list, stop, code, work.foundAt(stop));
    if (scanned.is !== "wanted") throw new Error(scanned.text);
    answer(scanned.wish, scanned.wish.quantity);
  });
  return (
    <div className={css.beside}>
      <Stack gap="sm">
        <StopHead list={list} index={index} isDone={work.progress.isDone} choose={choose} />
        <ScanField label="Scan what you take" open={waitForIt} />
        <ShortNotices list={list} work={work} />
        <Sign list={list} index={index} />
        {done ? (
          <DoneStop
            stop={stop}
            wishes={wishesOf(stop)}
            work={work}
            goOn={next && (() => choose(undefined))}
          />
        ) : (
          <Wishes stop={stop} work={work} answer={answer} askFewer={askFewer} />
        )}
        <LastStop list={list} index={index} work={work} />
      </Stack>
      <FloorMap list={list} now={index} isDone={work.progress.isDone} />
      <FewerDialog
        wish={fewer}
        close={() => {
          askFewer(undefined);
          focus();
        }}
        say={(much) => fewer && answer(fewer, much)}
      />
    </div>
  );
}

/** Between two pages nobody takes what is scanned. */
function waitForIt(): void {
  throw new Error("Wait a moment and scan it again.");
}

function Sign({ list, index }: { list: PickList; index: number }) {
  const legs = useMemo(
    () =>
      legsOf(
        list.walk,
        list.stops.map(({ slot }) => slot),
      ),
    [list],
  );
  const slot = list.stops[index]?.slot ?? null;
  return (
    <SlotSign
      slot={slot}
      blocks={list.layout?.blocks.length ?? 1}
      hand={slot ? handOf(slot, legs.slice(0, index + 1)) : undefined}
      wayMm={lengthOfWay(legs[index] ?? [])}
    />
  );
}

interface Open {
  stop: Stop;
  work: Work;
  answer(wish: Wish, much: number | undefined): void;
  askFewer(wish: Wish): void;
}

function Wishes({ stop, work, answer, askFewer }: Open) {
  const found = work.foundAt(stop);
  return wishesOf(stop).map((wish) => (
    <WishCard
      key={`${stop.stop} ${wish.key}`}
      wish={wish}
      found={found[wish.key]}
      take={() => answer(wish, wish.quantity)}
      fewer={() => askFewer(wish)}
      undo={() => answer(wish, undefined)}
    />
  ));
}
