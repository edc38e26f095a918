import { MultiSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Schema } from "@/shared/api/client";
import { FormModal } from "../parts/FormModal";
import { fieldError } from "../parts/fieldErrors";
import { EVENT_TYPES, eventName, eventTypes } from "./types";
import { useAddWebhook } from "./useWebhooks";

const FIELDS = ["url", "eventTypes"];

interface Props {
  opened: boolean;
  close(): void;
  added(webhook: Schema["MadeWebhook"]): void;
}

export function AddWebhook({ opened, close, added }: Props) {
  const [url, setUrl] = useState("");
  const [chosen, setChosen] = useState<string[]>([]);
  const adding = useAddWebhook();
  function submit() {
    adding.mutate(
      { url: url.trim(), eventTypes: eventTypes(chosen) },
      {
        onSuccess(webhook) {
          setUrl("");
          setChosen([]);
          added(webhook);
        },
      },
    );
  }
  return (
    <FormModal
      title="Add a webhook"
      opened={opened}
      close={close}
      submit={submit}
      deed="Add it"
      busy={adding.isPending}
      error={adding.error}
      fields={FIELDS}
    >
      <TextInput
        label="Address"
        error={fieldError(adding.error, "url")}
        description="https, and reachable from the internet. It hears of what happens from now on."
        placeholder="https://example.com/holdfast"
        type="url"
        size="md"
        required
        maxLength={2_000}
        data-autofocus
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <MultiSelect
        label="Events"
        error={fieldError(adding.error, "eventTypes")}
        description="Choose none to hear of all."
        placeholder={chosen.length === 0 ? "All events" : undefined}
        size="md"
        searchable
        clearable
        hidePickedOptions
        clearButtonProps={{ "aria-label": "Hear of all" }}
        value={chosen}
        onChange={setChosen}
        data={EVENT_TYPES.map((type) => ({ value: type, label: eventName(type) }))}
      />
    </FormModal>
  );
}
