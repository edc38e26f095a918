import { useState } from "react";
import { CountSheet } from "./CountSheet";
import { PostedSheet } from "./PostedSheet";
import { SheetReview } from "./SheetReview";
import { StartSheet } from "./StartSheet";
import { useSheet } from "./useSheet";

/** A count from its start to its posting. */
export function CountPage() {
  const { sheet, setSheet, count, forget } = useSheet();
  const [reviewing, review] = useState(false);
  if (!sheet) return <StartSheet start={setSheet} />;
  if (sheet.posted) return <PostedSheet sheet={sheet} finish={forget} />;
  if (reviewing) {
    return (
      <SheetReview
        sheet={sheet}
        back={() => review(false)}
        posted={() => {
          review(false);
          setSheet({ ...sheet, posted: true });
        }}
      />
    );
  }
  return (
    <CountSheet
      sheet={sheet}
      add={(line) => setSheet((known) => known && { ...known, lines: [line, ...known.lines] })}
      count={count}
      review={() => review(true)}
      abandon={forget}
    />
  );
}
