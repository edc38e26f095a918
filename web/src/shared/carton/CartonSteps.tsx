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
  /** How a unit stands on the shelf, where that is known. */
  standing?: ((sku: string) => Extents | undefined) | undefined;
  /** From 1; kept here where nobody else keeps it. */
  step?: number | undefined;
  onStep?: ((step: number) => void) | undefined;
}

/** How a carton is packed, one step after the other, as a picture and in words. */
export function CartonSteps({ inner, items, name, nameOf, standing, step, onStep }: Props) {
  const steps = useMemo(() => stepsOf(items), [items]);
  const [turn, setTurn] = useState<Turn>(0);
  const [own, setOwn] = useState(1);
  const now = Math.min(Math.max(step ?? own, 1), steps.length);
  const told: Told[] = steps.map((one) => ({
    step: one,
    goods: `${one.items.length} × ${nameOf?.(one.sku) ?? one.sku}`,
    words: `${placeOf(one, { inner, steps, turn })}; ${attitudeOf(one, turn, standing?.(one.sku))}`,
  }));
  const current = told[now - 1];
  if (!current) return <Text>Nothing lies in this carton.</Text>;
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
          {current.goods}
        </Text>
        <Text>{current.words}.</Text>
      </div>
      <Controls now={now} all={steps.length} go={go} />
      <StepList name={name} told={told} now={now} go={go} />
    </div>
  );
}

interface Told {
  step: PackingStep;
  goods: string;
  words: string;
}

interface Going {
  now: number;
  go(step: number): void;
}

function Controls({ now, all, go }: Going & { all: number }) {
  return (
    <Group gap="xs" wrap="nowrap">
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
        {now} of {all}
      </Text>
      <Button
        h={52}
        flex={2}
        disabled={now === all}
        rightSection={<IconArrowRight size={20} aria-hidden />}
        onClick={() => go(now + 1)}
      >
        Next item
      </Button>
    </Group>
  );
}

function StepList({ name, told, now, go }: Going & { name: string; told: readonly Told[] }) {
  return (
    <ol className={css.list} aria-label={`Steps of ${name}`}>
      {told.map(({ step, goods, words }) => (
        <li key={step.number}>
          <UnstyledButton
            className={css.step}
            aria-current={step.number === now ? "step" : undefined}
            onClick={() => go(step.number)}
          >
            <span className={css.stepNumber}>{step.number}</span>
            <span>
              <strong>{goods}</strong>
              <span className={css.place}>{words}</span>
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ol>
  );
}
