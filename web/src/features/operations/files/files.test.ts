import { describe, expect, it } from "vitest";
import { kindOf } from "./kinds";
import { rejectsCsv } from "./rejects";

describe("kindOf", () => {
  it("knows a file by its columns, however they are written", () => {
    expect(kindOf("\uFEFFSKU,Location,Quantity,Safety Stock")).toBe("stock");
    expect(kindOf('"code","name",unit,scale,category')).toBe("skus");
    expect(kindOf("code,name,kind,region,latitude,longitude,Time Zone,address")).toBe("locations");
    expect(kindOf("Number,SKU,Quantity,Postcode,Country")).toBe("orders");
  });

  it("does not guess", () => {
    expect(kindOf("code,name")).toBeUndefined();
    expect(kindOf("")).toBeUndefined();
  });
});

describe("rejectsCsv", () => {
  it("quotes what holds commas and quotes", () => {
    const csv = rejectsCsv([{ line: 3, column: "name", value: 'a "b", c', reason: "too long" }]);
    expect(csv).toBe('line,column,value,reason\r\n3,name,"a ""b"", c",too long\r\n');
  });

  it("does not let a spreadsheet run what somebody typed", () => {
    const csv = rejectsCsv([{ line: 1, column: "sku", value: "=cmd()", reason: "-" }]);
    expect(csv).toContain("1,sku,'=cmd(),'-");
    expect(rejectsCsv([{ line: 1, column: "q", value: "-5", reason: "x" }])).toContain(",-5,");
  });
});
