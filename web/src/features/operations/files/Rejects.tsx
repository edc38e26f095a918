import { Box, Button, Code, Group, Text, Title } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { save } from "@/shared/files/save";
import { type Column, DataTable } from "@/shared/ui/DataTable";
import { type Reject, rejectsCsv } from "./rejects";
import type { Outcome } from "./upload";

const PAGE = 50;
const COUNT = new Intl.NumberFormat("en");

const COLUMNS: Column<Reject>[] = [
  { label: "Line", heading: true, cell: (reject) => `Line ${COUNT.format(reject.line)}` },
  { label: "Column", cell: (reject) => reject.column || "the whole row" },
  { label: "Value", cell: (reject) => (reject.value ? <Code>{reject.value}</Code> : "empty") },
  { label: "Why", cell: (reject) => reject.reason },
];

/** The bad rows, with what is wrong and how to mend it. */
export function Rejects({ file, outcome }: { file: string; outcome: Outcome }) {
  const [most, setMost] = useState(PAGE);
  const { rejects, moreRejects } = outcome;
  const unseen = rejects.length - most;
  return (
    <Box>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          Bad rows
        </Title>
        <Button
          variant="default"
          size="md"
          leftSection={<IconDownload size={18} aria-hidden />}
          onClick={() => save(`${file}.rejects.csv`, rejectsCsv(rejects))}
        >
          Download them
        </Button>
      </Group>
      <DataTable
        caption={`Bad rows of ${file}`}
        columns={COLUMNS}
        rows={rejects.slice(0, most)}
        keyOf={(reject) => `${reject.line} ${reject.column}`}
      />
      {unseen > 0 && (
        <Button mt="sm" variant="default" size="md" onClick={() => setMost(most + PAGE)}>
          Show {Math.min(PAGE, unseen)} of {COUNT.format(unseen)} more
        </Button>
      )}
      {moreRejects > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {COUNT.format(moreRejects)} more bad rows are not listed. Mend these first and send the
          file again.
        </Text>
      )}
    </Box>
  );
}
