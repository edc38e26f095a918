import { MultiSelect, TextInput } from "@mantine/core";
import { fieldError } from "@/shared/ui/fieldErrors";
import { EVENT_TYPES, eventName } from "./types";

/** The names that the fields have in requests. */
export const WEBHOOK_FIELDS = ["url", "eventTypes"];

/** What a person writes of a webhook. */
export interface Draft {
  url: string;
  /** The chosen events; none means all. */
  chosen: string[];
}

interface Props {
  draft: Draft;
  change(draft: Draft): void;
  error: Error | null;
  /** What follows from another address. */
  hint: string;
}

export function WebhookFields({ draft, change, error, hint }: Props) {
  return (
    <>
      <TextInput
        label="Address"
        error={fieldError(error, "url")}
        description={`https, and reachable from the internet. ${hint}`}
        placeholder="https://example.com/holdfast"
        type="url"
        size="md"
        required
        maxLength={2_000}
        data-autofocus
        value={draft.url}
        onChange={(event) => change({ ...draft, url: event.currentTarget.value })}
      />
      <MultiSelect
        label="Events"
        error={fieldError(error, "eventTypes")}
        description="Choose none to hear of all."
        placeholder={draft.chosen.length === 0 ? "All events" : undefined}
        size="md"
        searchable
        clearable
        hidePickedOptions
        clearButtonProps={{ "aria-label": "Hear of all" }}
        value={draft.chosen}
        onChange={(chosen) => change({ ...draft, chosen })}
        data={EVENT_TYPES.map((type) => ({ value: type, label: eventName(type) }))}
      />
    </>
  );
}
