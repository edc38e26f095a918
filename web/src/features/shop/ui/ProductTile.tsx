import { IconApple, IconBasket, IconBottle, IconHome, IconPackage } from "@tabler/icons-react";
import type { CSSProperties } from "react";
import css from "./shop.module.css";

const LOOKS = {
  produce: { icon: IconApple, hue: 95 },
  grocery: { icon: IconBasket, hue: 32 },
  drinks: { icon: IconBottle, hue: 285 },
  household: { icon: IconHome, hue: 205 },
  general: { icon: IconPackage, hue: 255 },
};

function lookOf(category: string) {
  if (category in LOOKS) return LOOKS[category as keyof typeof LOOKS];
  let hue = 0;
  for (const letter of category) hue = (hue * 31 + letter.charCodeAt(0)) % 360;
  return { icon: IconPackage, hue };
}

/** Stands for a picture, which the catalogue does not have: the colour and mark of a category. */
export function ProductTile({ category, size = "sm" }: { category: string; size?: "sm" | "lg" }) {
  const { icon: Icon, hue } = lookOf(category);
  return (
    <span
      className={css.tile}
      data-size={size}
      style={{ "--hue": hue } as CSSProperties}
      aria-hidden
    >
      <Icon size={size === "lg" ? 38 : 26} stroke={1.6} />
    </span>
  );
}
