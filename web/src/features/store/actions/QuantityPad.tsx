import { Group, SimpleGrid, Stack, TextInput, UnstyledButton } from "@mantine/core";
import { IconBackspace } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useScan } from "@/shared/scan/ScanProvider";
import classes from "../store.module.css";
import type { QuantityEntry } from "./useQuantity";

interface Pad {
  entry: QuantityEntry;
  unit: string;
  scale: number;
  label: string;
}

/** Digits under the thumb; a keyboard or a scanner may type as well. */
export function QuantityPad({ entry, unit, scale, label }: Pad) {
  const field = useRef<HTMLInputElement>(null);
  const { yieldFocus } = useScan();
  // The next item of a count comes into a dialog that is open already, or that was closed just now.
  useEffect(() => {
    yieldFocus();
    field.current?.focus();
  }, [yieldFocus]);
  const keys = ["7", "8", "9", "4", "5", "6", "1", "2", "3", scale > 0 ? "." : "00", "0"];
  return (
    <Stack gap="sm">
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <PadKey name="One less" onPress={() => entry.step(-1)} wide>
          −1
        </PadKey>
        <TextInput
          ref={field}
          flex={1}
          label={unit === "each" ? label : `${label}, in ${unit}`}
          size="xl"
          labelProps={{ fz: "md" }}
          classNames={{ input: classes.quantityInput ?? "" }}
          inputMode="none"
          autoComplete="off"
          data-autofocus
          value={entry.text}
          error={entry.trouble}
          onFocus={(event) => event.currentTarget.select()}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            // By itself, Enter does nothing while the button is disabled; a scan needs it.
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
          onChange={(event) => entry.type(event.currentTarget.value)}
        />
        <PadKey name="One more" onPress={() => entry.step(1)} wide>
          +1
        </PadKey>
      </Group>
      <SimpleGrid cols={3} spacing="xs" verticalSpacing="xs">
        {keys.map((key) => (
          <PadKey
            key={key}
            name={key === "." ? "Decimal point" : key}
            onPress={() => entry.press(key)}
          >
            {key}
          </PadKey>
        ))}
        <PadKey name="Delete the last digit" onPress={() => entry.press("back")}>
          <IconBackspace size={26} aria-hidden />
        </PadKey>
      </SimpleGrid>
    </Stack>
  );
}

interface Key {
  name: string;
  wide?: boolean;
  onPress(): void;
  children: ReactNode;
}

function PadKey({ name, wide, onPress, children }: Key) {
  return (
    <UnstyledButton
      className={classes.padKey}
      {...(wide ? { px: "md", miw: 60 } : {})}
      aria-label={name}
      // Who types goes on typing: the pad is for fingers, and takes no focus from the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children}
    </UnstyledButton>
  );
}
