import { Button, Table, Text } from "@mantine/core";
import { useState } from "react";
import { quantityText } from "@/shared/stock";
import classes from "../store.module.css";
import type { Difference } from "./differences";

const STEP = 100;

/** The largest surprises first. */
export function DifferenceTable({ differences }: { differences: readonly Difference[] }) {
  const [shown, setShown] = useState(STEP);
  return (
    <>
      <Table verticalSpacing="sm" className="figures">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Item</Table.Th>
            <Table.Th ta="end" className={classes.figureColumn ?? ""}>
              Counted
            </Table.Th>
            <Table.Th ta="end" className={classes.figureColumn ?? ""}>
              Difference
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {differences.slice(0, shown).map(({ line, counted, moved, posted, difference }) => (
            <Table.Tr key={line.sku}>
              <Table.Td>
                <Text fw={500}>{line.name}</Text>
                <Text size="sm" c="dimmed">
                  {line.sku}
                </Text>
                {moved !== undefined && moved !== 0 && (
                  <Text size="sm">
                    {quantityText(Math.abs(moved), line.unit)} {moved < 0 ? "left" : "came"} since
                    you counted: {quantityText(posted, line.unit)} is posted.
                  </Text>
                )}
                {moved === undefined && (
                  <Text size="sm">
                    {line.onHandThen === undefined
                      ? "Counted without the server: posted as counted."
                      : "The server is away: posted as counted."}
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="end">{quantityText(counted, line.unit)}</Table.Td>
              <Table.Td ta="end" fw={700}>
                <Change difference={difference} unit={line.unit} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {differences.length > shown && (
        <Button variant="default" size="md" onClick={() => setShown(shown + STEP)}>
          Show more of {differences.length - shown}
        </Button>
      )}
    </>
  );
}

function Change({ difference, unit }: { difference: number | undefined; unit: string }) {
  if (difference === undefined) return <>not known</>;
  if (difference === 0) return <>as expected</>;
  const much = quantityText(Math.abs(difference), unit);
  return difference > 0 ? (
    <span className={classes.more}>+{much}</span>
  ) : (
    <span className={classes.fewer}>−{much}</span>
  );
}
