import { Button } from "@mantine/core";
import { IconBan, IconClockPause, IconRoute } from "@tabler/icons-react";
import { Link, useParams } from "react-router";
import { useOutbox } from "@/shared/outbox";
import { FullPageLoader, FullPageNotice, FullPageProblem } from "@/shared/ui/FullPage";
import { useShipment } from "../queries";
import type { Shipment } from "../wire";
import { Packed } from "./Packed";
import { PackingTable } from "./PackingTable";

/** One shipment at the packing table. */
export function PackPage() {
  const { id = "" } = useParams();
  const { data, error, refetch } = useShipment(id);
  if (data) return <InItsState key={id} shipment={data} />;
  if (error) return <FullPageProblem error={error} again={() => void refetch()} />;
  return <FullPageLoader />;
}

function InItsState({ shipment }: { shipment: Shipment }) {
  const { entries } = useOutbox();
  const waits = entries.some(
    ({ notes, state, tries }) => notes.packs === shipment.id && state === "waiting" && tries > 0,
  );
  switch (shipment.state) {
    case "packed":
    case "shipped":
    case "delivered":
      return <Packed shipment={shipment} />;
    case "picking":
      if (waits) return <Waiting />;
      if (shipment.picked) return <PackingTable shipment={shipment} />;
      return <StillPicked shipment={shipment} />;
    default:
      return (
        <FullPageNotice
          icon={<IconBan size={48} aria-hidden />}
          title={`Order ${shipment.number} is ${shipment.state}`}
          text="There is nothing to pack. If its goods lie here, ask whoever plans the waves."
          action={<ToQueue />}
        />
      );
  }
}

function Waiting() {
  return (
    <FullPageNotice
      icon={<IconClockPause size={48} aria-hidden />}
      title="Packed, and not sent yet"
      text="The server cannot be reached. Its labels can be printed as soon as it answers; put the cartons aside and go on."
      action={<ToQueue />}
    />
  );
}

function StillPicked({ shipment }: { shipment: Shipment }) {
  return (
    <FullPageNotice
      icon={<IconRoute size={48} aria-hidden />}
      title="Still being picked"
      text={`Order ${shipment.number} is not complete yet.`}
      action={
        shipment.pickList ? (
          <Button component={Link} to={`/warehouse/pick/${shipment.pickList}`} h={48}>
            See its pick list
          </Button>
        ) : (
          <ToQueue />
        )
      }
    />
  );
}

export function ToQueue() {
  return (
    <Button component={Link} to="/warehouse/pack" h={52}>
      To the next order
    </Button>
  );
}
