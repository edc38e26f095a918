import { Skeleton, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { StoreBar } from "../stores/StoreBar";
import { useStores } from "../stores/useStores";
import { LoadProblem } from "../ui/Notice";
import { PageTitle } from "../ui/PageTitle";
import css from "../ui/shop.module.css";
import { Categories } from "./Categories";
import { Results, toRow } from "./Results";
import { Start } from "./Start";
import { useCategories } from "./useCategories";
import { isBarcode, useSearch } from "./useSearch";

const PAUSE_MILLIS = 160;

/** Finding a product while typing. The question is in the address, so that back works. */
export function SearchPage() {
  const [asked, setAsked] = useSearchParams();
  const [text, setText] = useState(asked.get("q") ?? "");
  const [question] = useDebouncedValue(text, PAUSE_MILLIS);
  const category = asked.get("category") ?? undefined;
  const { my } = useStores();
  const categories = useCategories();
  const all = useSearch({ question, category: undefined, location: my?.code });
  const some = useSearch({ question: category ? question : "", category, location: my?.code });
  const answer = category ? some : all;
  const found = question.trim() === "" ? undefined : answer.data;
  const results = useRef<HTMLUListElement>(null);
  const navigate = useNavigate();
  // A scanner presses Enter before there is an answer.
  const [entered, setEntered] = useState<string>();

  useEffect(() => {
    if ((asked.get("q") ?? "") === question.trim()) return;
    setAsked(
      (old) => {
        const next = new URLSearchParams(old);
        if (question.trim()) next.set("q", question.trim());
        else next.delete("q");
        return next;
      },
      { replace: true },
    );
  }, [question, asked, setAsked]);

  const settled = text === question && !answer.isPlaceholderData && !answer.isFetching;
  const first = found?.items[0];
  useEffect(() => {
    if (entered === undefined || !settled || entered !== text) return;
    setEntered(undefined);
    const exact = first && (first.matched !== "name" || found.items.length === 1);
    if (exact) void navigate(`/shop/p/${encodeURIComponent(first.sku)}`);
    else toRow(results.current, 0);
  }, [entered, settled, text, first, found, navigate]);

  function pressed(event: KeyboardEvent) {
    if (event.key === "ArrowDown" && toRow(results.current, 0)) event.preventDefault();
    else if (event.key === "Enter") setEntered(text);
    else if (event.key === "Escape") setText("");
  }

  function choose(next: string | undefined) {
    setAsked((old) => {
      const changed = new URLSearchParams(old);
      if (next) changed.set("category", next);
      else changed.delete("category");
      return changed;
    });
  }

  return (
    <div className={css.stack}>
      <PageTitle title="Is it in stock?" />
      <StoreBar />
      <TextInput
        size="lg"
        type="search"
        aria-label="Search by name, code or barcode"
        placeholder="Name, code or barcode"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="search"
        leftSection={<IconSearch size={22} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={pressed}
      />
      <Categories
        all={categories}
        found={question.trim() === "" ? [] : (all.data?.items ?? [])}
        chosen={category}
        choose={choose}
      />
      {question.trim() === "" && <Start />}
      {answer.error && !found && question.trim() !== "" && (
        <LoadProblem error={answer.error} again={() => void answer.refetch()} />
      )}
      {question.trim() !== "" && answer.isPending && !answer.error && <Waiting />}
      {found && (
        <Results
          ref={results}
          found={found}
          barcode={isBarcode(question) ? question.trim() : undefined}
          dimmed={answer.isPlaceholderData}
          failing={answer.isError}
        />
      )}
    </div>
  );
}

function Waiting() {
  return (
    <div className={css.list} role="status" aria-label="Searching">
      {["a", "b", "c", "d", "e"].map((key) => (
        <Skeleton key={key} height={76} radius={12} />
      ))}
    </div>
  );
}
