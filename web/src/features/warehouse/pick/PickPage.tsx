import { Alert } from "@mantine/core";
import { IconBan } from "@tabler/icons-react";
import { useParams } from "react-router";
import { FullPageLoader, FullPageNotice, FullPageProblem } from "@/shared/ui/FullPage";
import { usePickList } from "../queries";
import type { PickList } from "../wire";
import { FinishedList } from "./FinishedList";
import { StartList } from "./StartList";
import { StopView } from "./StopView";
import { useChosenStop } from "./useChosenStop";
import { useWork } from "./useWork";

/** One pick list from its start to its end, in the hand of whoever walks it. */
export function PickPage() {
  const { id = "" } = useParams();
  const { data, error, refetch, dataUpdatedAt } = usePickList(id);
  if (data) return <Walk key={id} list={data} toldAt={dataUpdatedAt} />;
  if (error) return <FullPageProblem error={error} again={() => void refetch()} />;
  return <FullPageLoader />;
}

function Walk({ list, toldAt }: { list: PickList; toldAt: number }) {
  const work = useWork(list, toldAt);
  const { isDone } = work.progress;
  const [chosen, choose] = useChosenStop(list);
  const next = list.stops.find((stop) => !isDone(stop));
  if (list.state === "cancelled") {
    return (
      <FullPageNotice
        icon={<IconBan size={48} aria-hidden />}
        title={`${list.number} is cancelled`}
        text="Its wave was cancelled before anything was picked. Put the totes back and take another list."
      />
    );
  }
  if (!work.progress.started) return <StartList list={list} start={work.start} />;
  const others = list.picker !== null && work.own !== undefined && list.picker !== work.own;
  const stop = chosen === undefined ? next : list.stops[chosen];
  return (
    <>
      {others && list.state === "picking" && (
        <Alert color="orange">
          This list was taken by {list.picker}. What you confirm counts all the same.
        </Alert>
      )}
      {stop ? (
        <StopView list={list} stop={stop} work={work} choose={choose} next={next} />
      ) : (
        <FinishedList list={list} work={work} choose={choose} />
      )}
    </>
  );
}
