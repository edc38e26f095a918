import { useEffect, useState } from "react";
import { keep, kept } from "@/shared/session/kept";
import { type Draft, EMPTY } from "./draft";

const KEPT_AS = "order-draft";

/** The order being written: it survives a reload, and is forgotten with the sign-out. */
export function useDraft() {
  const [draft, setDraft] = useState<Draft>(() => ({ ...EMPTY, ...kept<Draft>(KEPT_AS) }));
  useEffect(() => keep(KEPT_AS, draft), [draft]);
  return {
    draft,
    change: (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })),
    clear: () => {
      keep(KEPT_AS, EMPTY);
      setDraft(EMPTY);
    },
  };
}
