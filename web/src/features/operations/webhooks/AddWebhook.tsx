import { useState } from "react";
import type { Schema } from "@/shared/api/client";
import { FormModal } from "@/shared/ui/FormModal";
import { eventTypes } from "./types";
import { useAddWebhook } from "./useWebhooks";
import { type Draft, WEBHOOK_FIELDS, WebhookFields } from "./WebhookFields";

const NOTHING: Draft = { url: "", chosen: [] };

interface Props {
  opened: boolean;
  close(): void;
  added(webhook: Schema["MadeWebhook"]): void;
}

export function AddWebhook({ opened, close, added }: Props) {
  const [draft, setDraft] = useState(NOTHING);
  const adding = useAddWebhook();
  function submit() {
    adding.mutate(
      { url: draft.url.trim(), eventTypes: eventTypes(draft.chosen) },
      {
        onSuccess(webhook) {
          setDraft(NOTHING);
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
      fields={WEBHOOK_FIELDS}
    >
      <WebhookFields
        draft={draft}
        change={setDraft}
        error={adding.error}
        hint="It hears of what happens from now on."
      />
    </FormModal>
  );
}
