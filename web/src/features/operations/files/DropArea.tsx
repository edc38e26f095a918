import { Text } from "@mantine/core";
import { IconFileTypeCsv } from "@tabler/icons-react";
import { type DragEvent, useEffect, useId, useState } from "react";
import css from "./files.module.css";

interface Props {
  file: File | undefined;
  choose(file: File): void;
}

const SIZE = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

function sizeText(bytes: number): string {
  if (bytes < 1e3) return `${bytes} bytes`;
  return bytes < 1e6 ? `${SIZE.format(bytes / 1e3)} kB` : `${SIZE.format(bytes / 1e6)} MB`;
}

/** A file that misses the area would replace the page, and all that was written in it. */
function useNoMissedDrop() {
  useEffect(() => {
    const stay = (event: Event) => event.preventDefault();
    window.addEventListener("dragover", stay);
    window.addEventListener("drop", stay);
    return () => {
      window.removeEventListener("dragover", stay);
      window.removeEventListener("drop", stay);
    };
  }, []);
}

/** A file field that files can be dropped on; by keyboard it is an ordinary file field. */
export function DropArea({ file, choose }: Props) {
  const [over, setOver] = useState(false);
  const field = useId();
  useNoMissedDrop();
  function dropped(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const first = event.dataTransfer.files[0];
    if (first) choose(first);
  }
  function dragged(event: DragEvent) {
    event.preventDefault();
    setOver(true);
  }
  return (
    <label
      htmlFor={field}
      className={css.drop}
      data-over={over}
      onDragOver={dragged}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <input
        id={field}
        type="file"
        accept=".csv,.jsonl,.ndjson,text/csv,application/x-ndjson"
        className={css.field}
        onChange={(event) => {
          const first = event.currentTarget.files?.[0];
          if (first) choose(first);
          // So that the same file, mended, can be chosen again.
          event.currentTarget.value = "";
        }}
      />
      <IconFileTypeCsv size={40} aria-hidden />
      <Text fw={600}>{file ? file.name : "Drop a CSV file here, or choose one"}</Text>
      <Text size="sm" c="dimmed">
        {file ? `${sizeText(file.size)}. Choose or drop another to replace it.` : "Up to 1 GB"}
      </Text>
    </label>
  );
}
