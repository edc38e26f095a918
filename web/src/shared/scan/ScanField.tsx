import { Loader, TextInput, VisuallyHidden } from "@mantine/core";
import { IconBarcode } from "@tabler/icons-react";
import { type FormEvent, useEffect, useState } from "react";
import { useLocation } from "react-router";
import { keepFocused } from "./focus";
import { useScan } from "./ScanProvider";
import classes from "./scan.module.css";

interface Props {
  /** What it says while no page wants what is scanned. */
  label: string;
  /** Takes what is scanned then; throws with what a person should read. */
  open(text: string): Promise<void> | void;
}

/** Scanners type what they read and press Enter; people type names. */
export function ScanField({ label: otherwise, open }: Props) {
  const { field, target } = useScan();
  const [text, setText] = useState("");
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  // A phone's keyboard would cover the page at each scan; it comes when the field is touched.
  const [typing, setTyping] = useState(false);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another matter
  useEffect(() => setTrouble(undefined), [pathname]);
  useEffect(() => (field.current ? keepFocused(field.current) : undefined), [field]);

  async function take(event: FormEvent) {
    event.preventDefault();
    const asked = text.trim();
    setText("");
    setTyping(false);
    if (!asked) return;
    setAsking(true);
    try {
      await (target ? target.take(asked) : open(asked));
      setTrouble(undefined);
    } catch (failed) {
      setTrouble(failed instanceof Error ? failed.message : "That did not work. Scan it again.");
    } finally {
      setAsking(false);
    }
  }

  const label = target?.label ?? otherwise;
  return (
    <form onSubmit={(event) => void take(event)}>
      <TextInput
        ref={field}
        size="lg"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={100}
        enterKeyHint="search"
        inputMode={typing ? "search" : "none"}
        onPointerDown={() => setTyping(true)}
        onBlur={() => setTyping(false)}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setTrouble(undefined);
        }}
        leftSection={<IconBarcode size={24} aria-hidden />}
        rightSection={asking ? <Loader size="xs" aria-hidden /> : undefined}
        aria-invalid={trouble !== undefined}
      />
      <div role="alert">{trouble && <div className={classes.trouble}>{trouble}</div>}</div>
      <VisuallyHidden role="status">{asking ? "Looking" : ""}</VisuallyHidden>
    </form>
  );
}
