import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { pickUpNumber, quantityText } from "@/shared/stock";
import { Confirm, type Question } from "@/shared/ui/Confirm";
import { type Column, DataTable } from "@/shared/ui/DataTable";
import { Listed } from "@/shared/ui/States";
import { dayAndTime } from "@/shared/ui/time";
import { type Claim, type Shortfall, useClaims } from "./useShortfalls";

interface Props {
  position: Shortfall;
  unit: string;
}

/** A shopper's claim ends at its time; an order's with its shipment. */
function ends({ expiresAt }: Claim) {
  return expiresAt ? dayAndTime(expiresAt) : "with its order";
}

/** Who is promised what is not there. Whom to disappoint is a person's decision. */
export function Claims({ position, unit }: Props) {
  const { data, error, refetch, release } = useClaims(position);
  const [question, setQuestion] = useState<Question>();
  function ask(claim: Claim) {
    setQuestion({
      title: "Release this reservation?",
      text: `All of reservation ${pickUpNumber(claim.id)} is given up, its other lines too. Tell whoever waits for it.`,
      deed: "Release it",
      act: () => release(claim.id),
    });
  }
  const columns: Column<Claim>[] = [
    { label: "Reservation", heading: true, cell: (claim) => pickUpNumber(claim.id) },
    { label: "Quantity", cell: (claim) => quantityText(claim.quantity, unit) },
    { label: "Made", cell: (claim) => dayAndTime(claim.createdAt) },
    { label: "Ends by itself", cell: ends },
    {
      label: "Actions",
      actions: true,
      cell: (claim) => (
        <Button
          variant="default"
          size="md"
          aria-label={`Release reservation ${pickUpNumber(claim.id)}`}
          onClick={() => ask(claim)}
        >
          Release
        </Button>
      ),
    },
  ];
  return (
    <>
      <Listed
        rows={data?.claims}
        error={error}
        again={() => void refetch()}
        empty={
          <Text c="dimmed" size="sm">
            No reservation of this position is active now; the shortfall ends with the next change.
          </Text>
        }
      >
        {(rows) => (
          <DataTable
            caption={`Reservations of ${position.sku} at ${position.location}`}
            columns={columns}
            rows={rows}
            keyOf={(claim) => claim.id}
          />
        )}
      </Listed>
      {data?.more && (
        <Text c="dimmed" size="sm" mt="xs">
          These are the newest 500 reservations of this position; there are older ones.
        </Text>
      )}
      <Confirm question={question} close={() => setQuestion(undefined)} />
    </>
  );
}
