import { Stack, Text } from "@mantine/core";
import { IconRoute } from "@tabler/icons-react";
import { Link } from "react-router";
import { useAccess } from "@/shared/session/SessionProvider";
import { Mark } from "@/shared/ui/Mark";
import { PageHead } from "@/shared/ui/PageHead";
import { Empty, Listed } from "@/shared/ui/States";
import { usePickLists } from "../queries";
import css from "../warehouse.module.css";
import type { PickList } from "../wire";
import { counted, metres } from "../words";

/** Pick lists to take or to go on with: one's own first, then those that nobody has. */
export function PickListsPage() {
  const { session } = useAccess();
  const own = session.account?.name;
  const { data, error, refetch } = usePickLists();
  const rows = data?.toSorted((a, b) => rank(a, own) - rank(b, own));
  return (
    <Stack gap={0} maw={760} w="100%">
      <PageHead title="Pick" text="Take the first list, put its totes on a cart and walk." />
      <Listed
        rows={rows}
        error={error}
        again={() => void refetch()}
        empty={
          <Empty
            icon={<IconRoute size={32} aria-hidden />}
            title="Nothing to pick"
            text="A list appears here as soon as somebody starts a wave."
          />
        }
      >
        {(lists) => (
          <ul className={css.plainList}>
            {lists.map((list) => (
              <ListRow key={list.id} list={list} own={own} />
            ))}
          </ul>
        )}
      </Listed>
    </Stack>
  );
}

function ListRow({ list, own }: { list: PickList; own: string | undefined }) {
  const done = list.stops.filter((stop) => stop.done).length;
  const mine = list.state === "picking" && list.picker === own;
  return (
    <li>
      <Link className={css.row} to={`/warehouse/pick/${list.id}`}>
        <span>
          <Text component="span" display="block" fw={700} size="lg">
            {list.number}
          </Text>
          <Mark tone={mine ? "warning" : list.state === "open" ? "good" : "quiet"}>
            {mine
              ? "Go on with it"
              : list.state === "open"
                ? "Free to take"
                : `${list.picker} picks it`}
          </Mark>
        </span>
        <span className={css.rowEnd}>
          <span className="figures">
            {done > 0 ? `${done} of ` : ""}
            {counted(list.stops.length, "stop")}
          </span>
          <Text component="span" display="block" size="sm" c="dimmed" className="figures">
            {counted(list.totes.length, "tote")}
            {list.lengthMm > 0 && `, ${metres(list.lengthMm)}`}
          </Text>
        </span>
      </Link>
    </li>
  );
}

function rank(list: PickList, own: string | undefined): number {
  if (list.state === "open") return 1;
  return list.picker === own ? 0 : 2;
}
