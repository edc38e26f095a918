import { ActionIcon, Button, Group, Text, UnstyledButton } from "@mantine/core";
import { IconArrowLeft, IconArrowRight, IconRotateClockwise } from "@tabler/icons-react";
import { type KeyboardEvent, useMemo, useState } from "react";
import { CartonPicture } from "./CartonPicture";
import css from "./carton.module.css";
import type { Extents, PackedItem, Turn } from "./extents";
import { attitudeOf, type PackingStep, placeOf, stepsOf } from "./steps";

interface Props {
  inner: Extents;
  /** In packing order. */
  items: readonly PackedItem[];
  /** Of the carton: "Carton 1 of 2". */
  name: string;
  nameOf?: ((sku: string) => string | undefined) | undefined;
  /** From 1; kept here where nobody else keeps it. */
  step?: number | undefined;
  onStep?: ((step: number) => void) | undefined;
}

/** How a carton is packed, one step after the other, as a picture and in words. */
export function CartonSteps({ inner, items, name, nameOf, step, onStep }: Props) {
  const steps = useMemo(() => stepsOf(items), [items]);
  const [turn, setTurn] = useState<Turn>(0);
  const [own, setOwn] = useState(1);
  const now = Math.min(Math.max(step ?? own, 1), steps.length);
  const seen = { inner, steps, turn };
  const words = (one: PackingStep) => `${placeOf(one, seen)}; ${attitudeOf(one, turn)}`;
  function go(to: number) {
    const next = Math.min(Math.max(to, 1), steps.length);
    setOwn(next);
    onStep?.(next);
  }
  function byKey(event: KeyboardEvent) {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    go(now + way);
  }
  const current = steps[now - 1];
  if (!current) return <Text>Nothing lies in this carton.</Text>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className={css.steps} role="group" aria-label={name} onKeyDown={byKey}>
      <div className={css.looking}>
        <CartonPicture
          inner={inner}
          items={items}
          shown={now}
          turn={turn}
          label={`${name} after step ${now} of ${steps.length}`}
        />
        <ActionIcon
          className={css.turn}
          variant="default"
          size={44}
          aria-label="Turn the carton by a quarter"
          onClick={() => setTurn((known) => ((known + 1) % 4) as Turn)}
        >
          <IconRotateClockwise size={22} />
        </ActionIcon>
      </div>
      <div className={css.now} aria-live="polite">
        <Text className={css.many} fw={700}>
          <span className={css.stepNumber}>{now}</span>
          {current.items.length} × {nameOf?.(current.sku) ?? current.sku}
        </Text>
        <Text>{words(current)}.</Text>
      </div>
      <Group gap="xs" wrap="nowrap" className={css.go}>
        <Button
          variant="default"
          h={52}
          flex={1}
          disabled={now === 1}
          leftSection={<IconArrowLeft size={20} aria-hidden />}
          onClick={() => go(now - 1)}
        >
          Back
        </Button>
        <Text className="figures" ta="center" style={{ whiteSpace: "nowrap" }}>
          {now} of {steps.length}
        </Text>
        <Button
          h={52}
          flex={2}
          disabled={now === steps.length}
          rightSection={<IconArrowRight size={20} aria-hidden />}
          onClick={() => go(now + 1)}
        >
          Next item
        </Button>
      </Group>
      <ol className={css.list} aria-label={`Steps of ${name}`}>
        {steps.map((one) => (
          <li key={one.number}>
            <UnstyledButton
              className={css.step}
              aria-current={one.number === now ? "step" : undefined}
              data-past={one.number < now}
              onClick={() => go(one.number)}
            >
              <span className={css.stepNumber}>{one.number}</span>
              <span>
                <strong>
                  {one.items.length} × {nameOf?.(one.sku) ?? one.sku}
                </strong>
                <span className={css.place}>{words(one)}</span>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </div>
  );
}
