import {
  Alert,
  Autocomplete,
  Button,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  Title,
} from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useStore } from "../place/StoreProvider";
import { linesOfCategory, linesOfCodes, someCategories } from "./reading";
import { codesIn, MAX_LINES, newSheet, type Sheet } from "./sheet";

type Scope = "blank" | "category" | "list" | "all";

const SCOPES = [
  { value: "blank", label: "As I scan" },
  { value: "category", label: "A category" },
  { value: "list", label: "A list" },
  { value: "all", label: "Everything" },
];

const EXPLAINED: Record<Scope, string> = {
  blank: "Start with an empty sheet: each item that you scan is added to it.",
  category: "Every item of one category; what you have not counted yet is shown.",
  list: "The items whose codes you paste.",
  all: `Every item in the catalogue, up to ${MAX_LINES.toLocaleString("en")}.`,
};

/** Chooses what is counted. */
export function StartSheet({ start }: { start(sheet: Sheet): void }) {
  const { store } = useStore();
  const [scope, setScope] = useState<Scope>("blank");
  const phone = useMediaQuery("(max-width: 30em)");
  const [category, setCategory] = useState("");
  const [list, setList] = useState("");
  const { data: categories } = useQuery({ queryKey: ["categories"], queryFn: someCategories });
  const starting = useMutation({
    mutationFn: async () => {
      if (scope === "blank") return newSheet(store.code, "As scanned", []);
      if (scope === "list") return listed(store.code, list);
      const asked = scope === "category" ? category.trim() : undefined;
      const lines = await linesOfCategory(asked);
      if (lines.length === 0) throw new Error(`No item is in the category ${asked}.`);
      return newSheet(store.code, asked ?? "Everything", lines);
    },
    onSuccess: start,
  });
  const missing =
    (scope === "category" && category.trim() === "") || (scope === "list" && list.trim() === "");
  function submit(event: FormEvent) {
    event.preventDefault();
    starting.mutate();
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md" maw={640}>
        <Title order={1} size="h3">
          Start a count
        </Title>
        <SegmentedControl
          fullWidth
          size="md"
          orientation={phone ? "vertical" : "horizontal"}
          aria-label="What is counted"
          data={SCOPES}
          value={scope}
          onChange={(value) => setScope(value as Scope)}
        />
        <Text c="dimmed">{EXPLAINED[scope]}</Text>
        {scope === "category" && (
          <Autocomplete
            label="Category"
            placeholder="Choose or type one"
            size="md"
            data={categories ?? []}
            value={category}
            onChange={setCategory}
          />
        )}
        {scope === "list" && (
          <Textarea
            label="Codes"
            description="One in each line, or separated by commas"
            size="md"
            autosize
            minRows={4}
            maxRows={12}
            value={list}
            onChange={(event) => setList(event.currentTarget.value)}
          />
        )}
        {starting.error && (
          <Alert color="red" role="alert">
            {starting.error.message}
          </Alert>
        )}
        <Button type="submit" size="lg" disabled={missing} loading={starting.isPending}>
          Start counting
        </Button>
      </Stack>
    </form>
  );
}

async function listed(location: string, text: string): Promise<Sheet> {
  const { lines, unknown } = await linesOfCodes(codesIn(text));
  if (unknown.length > 0) {
    const named = unknown.slice(0, 10).join(", ");
    throw new Error(`Nobody knows ${named}. Correct or remove what is wrong, then start again.`);
  }
  return newSheet(location, `List of ${lines.length}`, lines);
}
