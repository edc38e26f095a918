import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { CartonSteps } from "./CartonSteps";

afterEach(cleanup);

const SIZE = { lengthMm: 100, widthMm: 100, heightMm: 100 };
const ITEMS = [
  { sku: "TEA", xMm: 0, yMm: 0, zMm: 0, ...SIZE },
  { sku: "TEA", xMm: 100, yMm: 0, zMm: 0, ...SIZE },
  { sku: "OATS", xMm: 0, yMm: 0, zMm: 100, ...SIZE },
];

function shown() {
  render(
    <MantineProvider>
      <CartonSteps
        inner={{ lengthMm: 200, widthMm: 100, heightMm: 200 }}
        items={ITEMS}
        name="Carton 1 of 1"
        nameOf={(sku) => (sku === "TEA" ? "Black tea" : undefined)}
      />
    </MantineProvider>,
  );
  return screen.getByRole("group", { name: "Carton 1 of 1" });
}

function current(): string {
  return document.querySelector("[aria-current=step]")?.textContent ?? "";
}

test("arrow keys go from step to step, and no further than the last", () => {
  const carton = shown();
  expect(current()).toContain("2 × Black tea");
  fireEvent.keyDown(carton, { key: "ArrowRight" });
  expect(current()).toContain("1 × OATS");
  expect(current()).toContain("on top of 1");
  fireEvent.keyDown(carton, { key: "ArrowRight" });
  expect(current()).toContain("1 × OATS");
  fireEvent.keyDown(carton, { key: "ArrowLeft" });
  expect(current()).toContain("2 × Black tea");
});

test("the picture draws what lies in the carton after a step, and says which step it is", () => {
  shown();
  const picture = screen.getByRole("img", { name: "Carton 1 of 1 after step 1 of 2" });
  expect(picture.querySelectorAll("[data-now=true]")).toHaveLength(2);
  fireEvent.click(screen.getByRole("button", { name: "Next item" }));
  expect(picture.querySelectorAll("[data-now]")).toHaveLength(3);
  expect(picture.querySelectorAll("[data-now=true]")).toHaveLength(1);
});
