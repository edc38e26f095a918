import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { IconPlus, IconWebhook } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { Confirm, type Question } from "@/shared/ui/Confirm";
import { PageHead } from "@/shared/ui/PageHead";
import { Empty, Listed } from "@/shared/ui/States";
import { type Secret, SecretOnce } from "../parts/SecretOnce";
import { AddWebhook } from "./AddWebhook";
import { EditWebhook } from "./EditWebhook";
import type { Webhook } from "./types";
import { useWebhooks } from "./useWebhooks";
import { WebhookCard } from "./WebhookCard";

export default function WebhooksPage() {
  const { data, error, refetch } = useWebhooks();
  const [adding, setAdding] = useState(false);
  const [edited, setEdited] = useState<Webhook>();
  const [secret, setSecret] = useState<Secret>();
  const [question, setQuestion] = useState<Question>();
  const troubledFirst = data?.items.toSorted((one, other) => other.parked - one.parked);
  const parked = data?.items.reduce((sum, webhook) => sum + webhook.parked, 0) ?? 0;
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
      {parked > 0 && <ParkedNotice parked={parked} />}
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
              <WebhookCard
                key={webhook.id}
                webhook={webhook}
                edit={() => setEdited(webhook)}
                ask={setQuestion}
                show={setSecret}
              />
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
      {edited && <EditWebhook webhook={edited} close={() => setEdited(undefined)} />}
      <Confirm question={question} close={() => setQuestion(undefined)} />
      <SecretOnce shown={secret} close={() => setSecret(undefined)} />
    </>
  );
}

function ParkedNotice({ parked }: { parked: number }) {
  return (
    <Alert color="orange" mb="md">
      <Group justify="space-between" gap="sm">
        <Text size="sm" flex="1 1 220px">
          {parked === 1 ? "1 delivery was" : `${parked} deliveries were`} given up and{" "}
          {parked === 1 ? "waits" : "wait"} for you.
        </Text>
        <Button component={Link} to="/operations/webhooks/parked" variant="default" size="md">
          All that is parked
        </Button>
      </Group>
    </Alert>
  );
}
