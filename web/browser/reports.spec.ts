import { expectGoodPage, openOperations } from "./operations";
import { keepLabRun, placeCounted } from "./reports";
import { expect, signIn, test } from "./test";

test("the week is a map that keys move over", async ({ page, holdfast }) => {
  await placeCounted(holdfast);
  await signIn(page, holdfast, "/reports/hours");
  const map = page.getByRole("group", { name: "Orders, chart" });
  await map.getByRole("link", { name: /^Monday 00:00: / }).focus();
  await page.keyboard.press((page.viewportSize()?.width ?? 0) < 992 ? "ArrowDown" : "ArrowRight");
  await expect(map.getByRole("link", { name: /^Monday 01:00: / })).toBeFocused();
  await expectGoodPage(page);
});

test("runs of the laboratory say what became worse and what is not known", async ({
  page,
  holdfast,
}) => {
  keepLabRun(holdfast);
  await openOperations(page, holdfast, "lab");
  const payday = page.getByRole("region", { name: "payday" });
  await expect(payday).toContainText("3 roll-ups");
  await expect(payday).toContainText("worse");
  await expect(page.getByRole("region", { name: "overview" })).not.toContainText("worse");
  await expect(page.getByRole("region", { name: "Not verified" })).toContainText("one machine");
  await expect(page.getByRole("table", { name: "Stages" })).toContainText("100 times as fast");
  await expectGoodPage(page);
});
