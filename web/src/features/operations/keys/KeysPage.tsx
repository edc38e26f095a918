import { Button, Switch } from "@mantine/core";
import { IconKey, IconPlus } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answerOf, api, type Schema } from "@/shared/api/client";
import { Confirm, type Question } from "@/shared/ui/Confirm";
import { type Column, DataTable } from "@/shared/ui/DataTable";
import { Mark } from "@/shared/ui/Mark";
import { PageHead } from "@/shared/ui/PageHead";
import { Empty, Listed } from "@/shared/ui/States";
import { dayAndTime } from "@/shared/ui/time";
import { ClientChoice } from "../parts/ClientChoice";
import { roleLabel } from "../parts/roles";
import { type Secret, SecretOnce } from "../parts/SecretOnce";
import { useChosenClient } from "../parts/useClients";
import { IssueKey } from "./IssueKey";

type Key = Schema["Key"];

export default function KeysPage() {
  const queries = useQueryClient();
  const { other } = useChosenClient();
  const [issuing, setIssuing] = useState(false);
  const [secret, setSecret] = useState<Secret>();
  const [question, setQuestion] = useState<Question>();
  const [revokedToo, setRevokedToo] = useState(false);
  const queryKey = ["keys", other];
  const query = other ? { client: other } : {};
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => answerOf(api.GET("/v1/keys", { params: { query } })),
  });
  const renew = () => queries.invalidateQueries({ queryKey });
  const keys = data?.items.filter((key) => revokedToo || !key.revokedAt);
  const revoked = data?.items.filter((key) => key.revokedAt).length ?? 0;

  function revoke(key: Key) {
    setQuestion({
      title: `Revoke “${key.name}”?`,
      text: "Whatever uses this key is shut out within five seconds, for good. Issue another key first if it shall go on.",
      deed: "Revoke it",
      async act() {
        await answerOf(api.DELETE("/v1/keys/{id}", { params: { path: { id: key.id }, query } }));
        await renew();
      },
    });
  }
  function issued(key: Schema["IssuedKey"]) {
    setIssuing(false);
    setSecret({
      title: `The key of “${key.name}”`,
      text: "Put it where the till or system keeps its secrets. It is sent as Authorization: Bearer …",
      secret: key.secret,
    });
    void renew();
  }
  return (
    <>
      <PageHead
        title="API keys"
        text="For tills and other systems. Give each one its own, so that you can revoke it alone."
        action={
          <Button
            size="md"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setIssuing(true)}
          >
            Issue a key
          </Button>
        }
      />
      <ClientChoice />
      <Listed
        rows={keys}
        error={error}
        again={() => void refetch()}
        empty={
          <Empty
            icon={<IconKey size={40} aria-hidden />}
            title="No keys yet"
            text="A till, a web shop or a report needs a key to talk to Holdfast. Issue one for each."
          />
        }
      >
        {(rows) => (
          <DataTable
            framed
            caption="API keys"
            columns={columns(revoke)}
            rows={rows}
            keyOf={(key) => key.id}
          />
        )}
      </Listed>
      {revoked > 0 && (
        <Switch
          mt="md"
          size="md"
          label={`Show ${revoked} revoked`}
          checked={revokedToo}
          onChange={(event) => setRevokedToo(event.currentTarget.checked)}
        />
      )}
      <IssueKey opened={issuing} close={() => setIssuing(false)} client={other} issued={issued} />
      <SecretOnce shown={secret} close={() => setSecret(undefined)} />
      <Confirm question={question} close={() => setQuestion(undefined)} />
    </>
  );
}

function columns(revoke: (key: Key) => void): Column<Key>[] {
  return [
    { label: "Name", heading: true, cell: (key) => key.name },
    {
      label: "Role",
      cell: (key) => (key.operator ? `${roleLabel(key.role)}, operator` : roleLabel(key.role)),
    },
    { label: "Issued", cell: (key) => dayAndTime(key.createdAt) },
    {
      label: "State",
      cell: (key) =>
        key.revokedAt ? (
          <Mark tone="quiet">Revoked {dayAndTime(key.revokedAt)}</Mark>
        ) : (
          <Mark tone="good">In use</Mark>
        ),
    },
    {
      label: "Actions",
      actions: true,
      cell: (key) =>
        key.revokedAt ? null : (
          <Button
            variant="default"
            size="md"
            onClick={() => revoke(key)}
            aria-label={`Revoke ${key.name}`}
          >
            Revoke
          </Button>
        ),
    },
  ];
}
