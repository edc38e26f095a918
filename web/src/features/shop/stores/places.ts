import type { Location } from "@/shared/stock";

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Those whose name, address, region or code has every word asked for, as a beginning of a word. */
export function inPlace<T extends Location>(locations: T[], question: string): T[] {
  const words = plain(question)
    .split(/[\s,]+/)
    .filter(Boolean);
  if (words.length === 0) return locations;
  return locations.filter((location) => {
    const { name, address, region, code } = location;
    const text = ` ${plain([name, address, region, code].join(" ")).replace(/[,\-_/.]+/g, " ")} `;
    return words.every((word) => text.includes(` ${word.replace(/[-_/.]+/g, " ")}`));
  });
}

/** What every name begins with, in whole words: in a list of stores it says nothing. */
export function sharedBeginning(names: string[]): string {
  const [first, ...others] = names;
  if (!first || others.length === 0) return "";
  const words = first.split(" ");
  let length = 0;
  while (length < words.length - 1) {
    const beginning = `${words.slice(0, length + 1).join(" ")} `;
    if (!others.every((name) => name.startsWith(beginning))) break;
    length++;
  }
  return length === 0 ? "" : `${words.slice(0, length).join(" ")} `;
}
