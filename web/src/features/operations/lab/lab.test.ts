import { describe, expect, it } from "vitest";
import { bytesText, factorText, millisText, secondsText } from "./figures";
import { marksOf, placeOn, scaleOf } from "./scale";

describe("the logarithmic scale", () => {
  it("reaches from a power of ten to another, around all that was measured", () => {
    const scale = scaleOf([0, 3.2, 48, 1_900]);
    expect(marksOf(scale)).toEqual([1, 10, 100, 1_000, 10_000]);
    expect(placeOn(scale, 100)).toBe(50);
    expect(placeOn(scale, 0)).toBe(0);
  });

  it("has room also where all took the same time", () => {
    expect(marksOf(scaleOf([10, 10]))).toEqual([10, 100]);
    expect(marksOf(scaleOf([]))).toEqual([1, 10]);
  });
});

describe("figures of the laboratory", () => {
  it("say of a stage that it is slower in words", () => {
    expect(factorText(12.43)).toBe("12.4 times as fast");
    expect(factorText(0.5)).toBe("2 times as slow");
    expect(factorText(1.01)).toBe("as fast");
  });

  it("have three digits that say something", () => {
    expect([0.4231, 34.56, 1_234].map(millisText)).toEqual(["0.423 ms", "34.6 ms", "1.23 s"]);
    expect([0, 950, 1_230_000_000].map(bytesText)).toEqual(["0 B", "950 B", "1.2 GB"]);
    expect([0.034, 3.4, 45, 245].map(secondsText)).toEqual(["34 ms", "3.4 s", "45 s", "4 min 5 s"]);
  });
});
