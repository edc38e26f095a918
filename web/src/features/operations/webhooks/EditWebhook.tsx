import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { FormModal } from "@/shared/ui/FormModal";
import { eventTypes, type Webhook } from "./types";
import { useWebhookDeeds } from "./useWebhooks";
import { WEBHOOK_FIELDS, WebhookFields } from "./WebhookFields";

interface Props {
  webhook: Webhook;
  close(): void;
}

/** Another address, or other events. Its secret, its state and what it was told stay. */
export function EditWebhook({ webhook, close }: Props) {
  const [draft, setDraft] = useState({ url: webhook.url, chosen: webhook.eventTypes as string[] });
  const { replace } = useWebhookDeeds(webhook);
  const changing = useMutation({ mutationFn: replace, onSuccess: close });
  return (
    <FormModal
      title="Change the webhook"
      opened
      close={close}
      submit={() =>
        changing.mutate({ url: draft.url.trim(), eventTypes: eventTypes(draft.chosen) })
      }
      deed="Save"
      busy={changing.isPending}
      error={changing.error}
      fields={WEBHOOK_FIELDS}
    >
      <WebhookFields
        draft={draft}
        change={setDraft}
        error={changing.error}
        hint="What waits goes to the new one, signed with the same secret."
      />
    </FormModal>
  );
}
