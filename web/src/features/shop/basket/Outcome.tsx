import { Button } from "@mantine/core";
import { quantityText } from "@/shared/stock";
import { useStores } from "../stores/useStores";
import { Notice } from "../ui/Notice";
import type { useReserve } from "./useReserve";

/** What became of the last attempt, where it did not end in a reservation. */
export function Outcome({ reserving }: { reserving: ReturnType<typeof useReserve> }) {
  const { problem, refused, unsettled, askAgain, sending } = reserving;
  const { nameOf } = useStores();
  if (unsettled) {
    return (
      <Notice role="alert">
        <strong>We do not know yet whether it is reserved.</strong>
        <span>
          The answer to your last reservation did not arrive. Ask again: it is never reserved twice.
        </span>
        <span>
          <Button size="md" variant="default" loading={sending} onClick={askAgain}>
            Ask again
          </Button>
        </span>
      </Notice>
    );
  }
  if (!problem) return null;
  if (refused.length === 0) {
    return (
      <Notice tone="bad" role="alert">
        <strong>Nothing was reserved.</strong>
        <span>{problem.message}</span>
      </Notice>
    );
  }
  return (
    <Notice tone="bad" role="alert">
      <strong>Nothing was reserved: somebody was quicker.</strong>
      {refused.map((line) => {
        const wanted = reserving.asked.find(
          (each) => each.sku === line.sku && each.location === line.location,
        );
        const unit = wanted?.unit ?? "each";
        return (
          <span key={line.line}>
            {wanted?.name ?? line.sku}: {nameOf(line.location)} has{" "}
            {line.available > 0 ? quantityText(line.available, unit) : "none"} left, you asked for{" "}
            {quantityText(line.requested, unit)}.
          </span>
        );
      })}
      <span>Take what is left or another store below, then reserve again.</span>
    </Notice>
  );
}
