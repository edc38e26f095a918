import { describe, expect, it } from "vitest";
import { ApiError } from "@/shared/api/errors";
import { fieldError, formError } from "./fieldErrors";

const REFUSED = ApiError.of(422, {
  type: "https://holdfast.dev/problems/invalid-field",
  title: "A field cannot be accepted",
  status: 422,
  detail: "Field url: must be https",
  errors: [{ field: "url", message: "must be https" }],
});

describe("errors of a form", () => {
  it("stand at their field, and there only", () => {
    expect(fieldError(REFUSED, "url")).toBe("must be https");
    expect(formError(REFUSED, ["url"])).toBeUndefined();
  });

  it("stand above the fields where the form has no such field", () => {
    expect(fieldError(REFUSED, "name")).toBeUndefined();
    expect(formError(REFUSED, ["name"])).toBe("Field url: must be https");
  });

  it("stand above the fields where no field is to blame", () => {
    expect(formError(ApiError.unreachable(), ["url"])).toBe("The server cannot be reached.");
    expect(formError(null, ["url"])).toBeUndefined();
  });
});
