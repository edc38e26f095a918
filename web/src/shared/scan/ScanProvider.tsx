import {
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";

/** What a page does with what is scanned there, instead of opening the item. */
export interface ScanTarget {
  /** Of the field, such as "Scan an item to count". */
  label: string;
  take(text: string): Promise<void> | void;
}

interface Scan {
  field: RefObject<HTMLInputElement | null>;
  target: ScanTarget | undefined;
  setTarget(target: ScanTarget | undefined): void;
  /** Puts the cursor into the field, after something was done elsewhere. */
  focus(): void;
  /** A field that has just opened needs the cursor itself: `focus` must not come after it. */
  yieldFocus(): void;
}

/** A dialog that closes gives the focus back to what opened it first. */
const AFTER_CLOSING_MILLIS = 60;

const ScanContext = createContext<Scan | undefined>(undefined);

export function ScanProvider({ children }: { children: ReactNode }) {
  const field = useRef<HTMLInputElement>(null);
  const coming = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [target, setTarget] = useState<ScanTarget>();
  const scan = useMemo<Scan>(
    () => ({
      field,
      target,
      setTarget,
      focus() {
        clearTimeout(coming.current);
        coming.current = setTimeout(
          () => field.current?.focus({ preventScroll: true }),
          AFTER_CLOSING_MILLIS,
        );
      },
      yieldFocus: () => clearTimeout(coming.current),
    }),
    [target],
  );
  return <ScanContext.Provider value={scan}>{children}</ScanContext.Provider>;
}

export function useScan(): Scan {
  const scan = useContext(ScanContext);
  if (!scan) throw new Error("useScan needs a ScanProvider above it");
  return scan;
}

/** While the page is shown, what is scanned comes to it. */
export function useScanTarget(label: string, take: ScanTarget["take"]): void {
  const { setTarget } = useScan();
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    setTarget({ label, take: (text) => latest.current(text) });
    return () => setTarget(undefined);
  }, [label, setTarget]);
}
