import { MantineProvider } from "@mantine/core";
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ScanProvider, useScan } from "@/shared/scan/ScanProvider";
import { QuantityPad } from "../actions/QuantityPad";
import { useQuantity } from "../actions/useQuantity";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Field() {
  const scan = useScan();
  return (
    <>
      <input aria-label="Scan" ref={scan.field} />
      <button type="button" onClick={() => scan.focus()}>
        Done
      </button>
    </>
  );
}

function Pad() {
  const entry = useQuantity({ codes: [], scale: 0 }, "1");
  return <QuantityPad entry={entry} unit="each" scale={0} label="What is there" />;
}

function page(asking: boolean) {
  return (
    <MantineProvider>
      <ScanProvider>
        <Field />
        {asking && <Pad />}
      </ScanProvider>
    </MantineProvider>
  );
}

test("the cursor goes back to the scan field after something was done", () => {
  render(page(false));
  act(() => screen.getByText("Done").click());
  vi.runAllTimers();
  expect(document.activeElement).toBe(screen.getByLabelText("Scan"));
});

test("a quantity that is asked for meanwhile keeps the cursor", () => {
  const { rerender } = render(page(false));
  act(() => screen.getByText("Done").click());
  rerender(page(true));
  vi.runAllTimers();
  expect(document.activeElement).toBe(screen.getByLabelText("What is there"));
});
