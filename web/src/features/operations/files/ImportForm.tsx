import {
  Alert,
  Box,
  Button,
  Card,
  Checkbox,
  Code,
  SegmentedControl,
  Stack,
  Text,
  Title,
} from "@mantine/core";
import { useState } from "react";
import { DropArea } from "./DropArea";
import css from "./files.module.css";
import { type ImportKind, isJsonLines, KINDS, kindOf } from "./kinds";
import type { Upload } from "./upload";

const MOST_BYTES = 1024 * 1024 * 1024;
/** Enough for a first line. */
const HEAD_BYTES = 4_096;

interface Props {
  begin(upload: Omit<Upload, "idempotencyKey">): void;
}

async function firstLine(file: File): Promise<string> {
  const head = await file.slice(0, HEAD_BYTES).text();
  return head.split(/\r?\n/, 1)[0] ?? "";
}

/** What keeps a file from being sent at all. */
function objection(file: File | undefined): string | undefined {
  if (!file) return undefined;
  if (file.size === 0) return "This file is empty. Choose another.";
  if (file.size > MOST_BYTES) return "This file has more than 1 GB. Split it and send the parts.";
  return undefined;
}

export function ImportForm({ begin }: Props) {
  const [kind, setKind] = useState<ImportKind>("stock");
  const [file, setFile] = useState<File>();
  const [looksLike, setLooksLike] = useState<ImportKind>();
  const [skipBad, setSkipBad] = useState(false);
  const objected = objection(file);
  const shown = KINDS.find((known) => known.value === kind);
  async function choose(chosen: File) {
    setFile(chosen);
    const found = isJsonLines(chosen.name) ? "orders" : kindOf(await firstLine(chosen));
    setLooksLike(found);
    if (found) setKind(found);
  }
  return (
    <Card withBorder padding="md">
      <Stack>
        <Title order={2} size="h4">
          Bring in a file
        </Title>
        <DropArea file={file} choose={(chosen) => void choose(chosen)} />
        <Box>
          <Text fw={600} size="sm" mb={4} id="import-kind">
            What is in it
          </Text>
          <SegmentedControl
            fullWidth
            size="md"
            aria-labelledby="import-kind"
            value={kind}
            onChange={(value) =>
              setKind(KINDS.find((known) => known.value === value)?.value ?? "stock")
            }
            data={KINDS.map(({ value, label }) => ({ value, label }))}
          />
        </Box>
        <div>
          {shown && (
            <Text size="sm" className={css.columns} component="div">
              {shown.text} Columns, in any order:{" "}
              {shown.needed.map((name) => (
                <Code key={name} mr={6}>
                  {name}
                </Code>
              ))}
              {shown.optional.length > 0 && "and if you like "}
              {shown.optional.map((name) => (
                <Code key={name} mr={6}>
                  {name}
                </Code>
              ))}
            </Text>
          )}
          <div aria-live="polite">
            {objected && <Alert color="red">{objected}</Alert>}
            {file && !objected && looksLike !== kind && (
              <Alert color="orange">
                The first line of this file does not name the columns of {shown?.label}. It can be
                sent, and is refused if they are missing.
              </Alert>
            )}
          </div>
        </div>
        {shown?.oneByOne ? (
          <Text size="sm">
            Each order is placed or left out by itself; those left out are told with the reason.
          </Text>
        ) : (
          <Checkbox
            size="md"
            label="Leave bad rows out"
            description="Otherwise one bad row refuses the whole file, and nothing of it is applied."
            checked={skipBad}
            onChange={(event) => setSkipBad(event.currentTarget.checked)}
          />
        )}
        <Button
          size="md"
          disabled={!file || objected !== undefined}
          onClick={() => file && begin({ file, kind, skipBad })}
        >
          {file ? `Import ${file.name}` : "Choose a file first"}
        </Button>
      </Stack>
    </Card>
  );
}
