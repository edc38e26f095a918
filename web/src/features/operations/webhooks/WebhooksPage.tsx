import { Button, Stack } from "@mantine/core";
import { IconPlus, IconWebhook } from "@tabler/icons-react";
import { useState } from "react";
import { Confirm, type Question } from "../parts/Confirm";
import { PageHead } from "../parts/PageHead";
import { type Secret, SecretOnce } from "../parts/SecretOnce";
import { Empty, Listed } from "../parts/States";
import { AddWebhook } from "./AddWebhook";
import { useWebhooks } from "./useWebhooks";
import { WebhookCard } from "./WebhookCard";

export default function WebhooksPage() {
  const { data, error, refetch } = useWebhooks();
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<Secret>();
  const [question, setQuestion] = useState<Question>();
  const troubledFirst = data?.items.toSorted((one, other) => other.parked - one.parked);
  return (
    <>
      <PageHead
        title="Webhooks"
        text="Your servers that are told of every change of stock, signed and in order."
        action={
          <Button
            size="md"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            Add a webhook
          </Button>
        }
      />
      <Listed
        rows={troubledFirst}
        error={error}
        again={() => void refetch()}
        empty={
          <Empty
            icon={<IconWebhook size={40} aria-hidden />}
            title="No webhooks yet"
            text="Add your web shop or ERP, and it hears of sales, receipts and low stock the moment they happen."
          />
        }
      >
        {(rows) => (
          <Stack>
            {rows.map((webhook) => (
              <WebhookCard key={webhook.id} webhook={webhook} ask={setQuestion} show={setSecret} />
            ))}
          </Stack>
        )}
      </Listed>
      <AddWebhook
        opened={adding}
        close={() => setAdding(false)}
        added={(webhook) => {
          setAdding(false);
          setSecret({
            title: "The webhook's secret",
            text: `${webhook.url} checks with it that a delivery is ours: the signature in Holdfast-Signature.`,
            secret: webhook.secret,
          });
        }}
      />
      <Confirm question={question} close={() => setQuestion(undefined)} />
      <SecretOnce shown={secret} close={() => setSecret(undefined)} />
    </>
  );
}
