import { describe, expect, it } from "vitest";
import { cleaned, pressed, quantityOf, stepped, typed } from "./quantity";

const OWN = ["4006381333931", "HB-00001"];

describe("a quantity", () => {
  it("has at most the decimals of its scale", () => {
    expect(cleaned("1,2504", 3)).toBe("1.250");
    expect(cleaned("1.5", 0)).toBe("1");
    expect(quantityOf("1.250")).toBe(1.25);
  });

  it("is none while nothing or too much is typed", () => {
    expect(quantityOf("")).toBeUndefined();
    expect(quantityOf(".")).toBeUndefined();
    expect(quantityOf("4006381333931")).toBeUndefined();
    expect(quantityOf("HB-2")).toBeUndefined();
  });

  it("is replaced by the first key of the pad and grows with the next", () => {
    expect(pressed("1", "5", 0, true)).toBe("5");
    expect(pressed("5", "0", 0, false)).toBe("50");
    expect(pressed("5", "back", 0, false)).toBe("");
    expect(pressed("1", ".", 3, true)).toBe("0.");
  });

  it("steps without binary dust", () => {
    expect(stepped("0.2", 0.1, 3)).toBe("0.3");
    expect(stepped("0", -1, 0)).toBe("0");
  });
});

describe("Enter", () => {
  it("confirms what a person typed", () => {
    expect(typed("12", "1", OWN)).toEqual({ is: "quantity" });
    expect(typed("1.250", "", OWN)).toEqual({ is: "quantity" });
  });

  it("after a scan of the same item counts one more", () => {
    expect(typed("4006381333931", "1", OWN)).toEqual({ is: "same", before: "1" });
    expect(typed("34006381333931", "1", OWN)).toEqual({ is: "same", before: "3" });
    expect(typed("HB-00001", "1", OWN)).toEqual({ is: "same", before: "1" });
  });

  it("after a scan of another item never makes a quantity of its code", () => {
    const code = "2016180339890";
    expect(typed(code, "1", OWN)).toEqual({ is: "other", code, before: "1" });
    expect(typed(`3${code}`, "1", OWN)).toEqual({ is: "other", code, before: "3" });
    expect(typed("1HB-00002", "1", OWN)).toEqual({ is: "other", code: "HB-00002", before: "1" });
  });
});
