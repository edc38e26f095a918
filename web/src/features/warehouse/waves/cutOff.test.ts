import { expect, it } from "vitest";
import { clockThere, timeLeft, zoneName } from "./cutOff";

const CUT_OFF = "2026-11-27T23:00:00Z";
const before = (minutes: number) => Date.parse(CUT_OFF) - minutes * 60_000;

it("says how much time is left, and that it is little", () => {
  expect(timeLeft(CUT_OFF, before(185))).toEqual({ tone: "good", text: "3 h 5 min left" });
  expect(timeLeft(CUT_OFF, before(120))).toEqual({ tone: "good", text: "2 h left" });
  expect(timeLeft(CUT_OFF, before(3 * 24 * 60))).toEqual({ tone: "good", text: "3 days left" });
  expect(timeLeft(CUT_OFF, before(12))).toEqual({ tone: "warning", text: "Only 12 min left" });
  expect(timeLeft(CUT_OFF, before(0.5))).toEqual({ tone: "warning", text: "Only 30 s left" });
});

it("says that it is late in words", () => {
  expect(timeLeft(CUT_OFF, before(-7))).toEqual({ tone: "bad", text: "Late by 7 min" });
});

it("tells the time of the place where the carrier leaves", () => {
  expect(clockThere(CUT_OFF, "America/Los_Angeles")).toBe("Fri 15:00");
  expect(zoneName("America/Los_Angeles")).toBe("Los Angeles time");
  expect(zoneName("UTC")).toBe("UTC time");
});
