import { Combobox, Loader, Text, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconBarcode } from "@tabler/icons-react";
import { type KeyboardEvent, type RefObject, useState } from "react";
import { quantityText } from "@/shared/stock";
import css from "../orders.module.css";
import type { DraftLine } from "./draft";
import { type FoundSku, useLineFor, useSkuSearch } from "./useSkuSearch";

const TYPING_MILLIS = 150;

interface Props {
  ref: RefObject<HTMLInputElement | null>;
  add(line: DraftLine): void;
}

/** Finds an item by scan, code or name; Enter takes what is exactly that. */
export function SkuField({ ref, add }: Props) {
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption() });
  const [text, setText] = useState("");
  const [question] = useDebouncedValue(text, TYPING_MILLIS);
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const { data, isFetching } = useSkuSearch(question);
  const lineFor = useLineFor();

  async function take(wanted: () => Promise<DraftLine | undefined>) {
    setAsking(true);
    setTrouble(undefined);
    try {
      const line = await wanted();
      if (line) {
        add(line);
        setText("");
        list.closeDropdown();
      } else {
        list.openDropdown();
      }
    } catch (failed) {
      setTrouble(failed instanceof Error ? failed.message : "That did not work. Try it again.");
    } finally {
      setAsking(false);
    }
  }
  function pressed(event: KeyboardEvent) {
    if (event.key !== "Enter" || list.getSelectedOptionIndex() >= 0) return;
    event.preventDefault();
    const asked = text.trim();
    if (asked !== "") void take(() => lineFor.exactly(asked));
  }
  const items = text.trim() === "" ? [] : (data?.items ?? []);
  return (
    <Combobox
      store={list}
      withinPortal={false}
      onOptionSubmit={(code) => void take(() => lineFor.of(code))}
    >
      <Combobox.Target>
        <TextInput
          ref={ref}
          label="Add an item"
          placeholder="Scan a barcode, or type a code or a name"
          size="md"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={100}
          enterKeyHint="search"
          leftSection={<IconBarcode size={20} aria-hidden />}
          rightSection={asking || isFetching ? <Loader size="xs" aria-hidden /> : undefined}
          error={trouble}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setTrouble(undefined);
            list.openDropdown();
            list.resetSelectedOption();
          }}
          onBlur={() => list.closeDropdown()}
          onFocus={() => text.trim() !== "" && list.openDropdown()}
          onKeyDown={pressed}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text.trim() === "" || (items.length === 0 && isFetching)}>
        <Combobox.Options mah={340} style={{ overflowY: "auto" }} aria-label="Items found">
          {items.length === 0 && (
            <Combobox.Empty>Nothing is called so. Try fewer or other words.</Combobox.Empty>
          )}
          {items.map((one) => (
            <Combobox.Option key={one.sku} value={one.sku}>
              <Found one={one} />
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Found({ one }: { one: FoundSku }) {
  const left = one.availability?.availableToPromise;
  return (
    <div className={css.found}>
      <div>
        <Text size="sm" fw={600}>
          {one.name}
        </Text>
        <Text size="xs" c="dimmed">
          {one.sku}
        </Text>
      </div>
      {left !== undefined && (
        <Text size="sm" {...(left > 0 ? {} : { c: "red" })} className="figures" ta="end">
          {left > 0 ? `${quantityText(left, one.unit)} to promise` : "sold out"}
        </Text>
      )}
    </div>
  );
}
