import { UnstyledButton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { CartonPicture, CartonSteps } from "@/shared/carton";
import { Window } from "@/shared/ui/Window";
import css from "../orders.module.css";
import type { Names } from "../plan/useNames";
import type { Carton, Shipment } from "../types";
import { counted } from "../words";

interface Props {
  shipment: Shipment;
  names: Names;
}

/** How it is packed, a small picture each; a click shows it step by step. */
export function Cartons({ shipment, names }: Props) {
  const [opened, setOpened] = useState<number>();
  const phone = useMediaQuery("(max-width: 30em)");
  const carton = opened === undefined ? undefined : shipment.cartons[opened];
  return (
    <>
      <ul className={css.cartons} aria-label="Cartons">
        {shipment.cartons.map((each, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: cartons have no names of their own
          <li key={place}>
            <UnstyledButton className={css.carton} onClick={() => setOpened(place)}>
              <CartonPicture
                inner={each.inner}
                items={each.items}
                label={`Carton ${place + 1}, packed`}
              />
              <span>
                <b>
                  Carton {place + 1}: {each.type}
                </b>
                <span className={css.quiet}>{sizeText(each)}</span>
                <span className={css.quiet}>
                  {counted(each.items.length, "item")}, {weightText(each.grossG)}
                </span>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <Window
        opened={carton !== undefined}
        onClose={() => setOpened(undefined)}
        size="lg"
        fullScreen={phone === true}
        title={carton ? `Carton ${(opened ?? 0) + 1}: ${carton.type}` : ""}
      >
        {carton && (
          <CartonSteps
            inner={carton.inner}
            items={carton.items}
            name={`Carton ${(opened ?? 0) + 1}`}
            nameOf={names.nameOf}
          />
        )}
      </Window>
    </>
  );
}

const WHOLE = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

function sizeText({ outer }: Carton): string {
  const centimetres = [outer.lengthMm, outer.widthMm, outer.heightMm].map((mm) => mm / 10);
  return `${centimetres.map((each) => WHOLE.format(each)).join(" × ")} cm`;
}

function weightText(grams: number): string {
  return grams < 1_000 ? `${grams} g` : `${WHOLE.format(grams / 1_000)} kg`;
}
