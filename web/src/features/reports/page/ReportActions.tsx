import { Button, CopyButton, Group } from "@mantine/core";
import { IconCheck, IconDownload, IconLink } from "@tabler/icons-react";
import { addressOfFile } from "../ask/api";
import { addressOf, type Filters, type Shown } from "../ask/filters";
import type { ReportName } from "../wire";

interface Props {
  name: ReportName;
  /** With the days that are shown, whatever day it is when somebody opens the link. */
  filters: Filters;
  shown: Shown;
}

const FORMATS = [
  { format: "csv", label: "CSV" },
  { format: "parquet", label: "Parquet" },
] as const;

/** Takes away what is shown: as a file, or as a link for others. */
export function ReportActions({ name, filters, shown }: Props) {
  const link = `${window.location.origin}/reports/${name}?${addressOf(filters, shown)}`;
  return (
    <Group gap="xs">
      {FORMATS.map(({ format, label }) => (
        <Button
          key={format}
          component="a"
          href={addressOfFile(name, filters, { format })}
          download={`${name}-${filters.from}-${filters.to}.${format}`}
          variant="default"
          size="md"
          px="sm"
          aria-label={`Download ${label}`}
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {label}
        </Button>
      ))}
      <CopyButton value={link} timeout={4_000}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            size="md"
            px="sm"
            onClick={copy}
            leftSection={
              copied ? <IconCheck size={18} aria-hidden /> : <IconLink size={18} aria-hidden />
            }
          >
            {copied ? "Copied" : "Copy link"}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
