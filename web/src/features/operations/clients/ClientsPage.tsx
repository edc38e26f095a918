import { Button, TextInput } from "@mantine/core";
import { IconBuildingCommunity, IconPlus } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { answerOf, api, type Schema } from "@/shared/api/client";
import { type Column, DataTable } from "@/shared/ui/DataTable";
import { FormModal } from "@/shared/ui/FormModal";
import { fieldError } from "@/shared/ui/fieldErrors";
import { PageHead } from "@/shared/ui/PageHead";
import { Empty, Listed } from "@/shared/ui/States";
import { CLIENTS, useClients } from "../parts/useClients";

const FIELDS = ["name", "code"];

type Client = Schema["Client"];

const COLUMNS: Column<Client>[] = [
  { label: "Name", heading: true, cell: (client) => client.name },
  { label: "Code", cell: (client) => client.code },
  {
    label: "Actions",
    actions: true,
    cell: (client) => (
      <>
        <Button
          component={Link}
          to={`/operations/people?client=${client.code}`}
          variant="default"
          size="md"
          aria-label={`People of ${client.name}`}
        >
          People
        </Button>
        <Button
          component={Link}
          to={`/operations/keys?client=${client.code}`}
          variant="default"
          size="md"
          aria-label={`API keys of ${client.name}`}
        >
          API keys
        </Button>
      </>
    ),
  },
];

export default function ClientsPage() {
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useClients();
  return (
    <>
      <PageHead
        title="Clients"
        text="The companies whose stock this installation keeps. None sees anything of another."
        action={
          <Button
            size="md"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            Add a client
          </Button>
        }
      />
      <Listed
        rows={data?.items}
        error={error}
        again={() => void refetch()}
        empty={
          <Empty
            icon={<IconBuildingCommunity size={40} aria-hidden />}
            title="No clients yet"
            text="Add the first company, then its people."
          />
        }
      >
        {(rows) => (
          <DataTable
            framed
            caption="Clients"
            columns={COLUMNS}
            rows={rows}
            keyOf={(client) => client.code}
          />
        )}
      </Listed>
      <AddClient opened={adding} close={() => setAdding(false)} />
    </>
  );
}

function AddClient({ opened, close }: { opened: boolean; close(): void }) {
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [code, setCode] = useState("");
  const adding = useMutation({
    mutationFn: () =>
      answerOf(api.POST("/v1/clients", { body: { code: code.trim(), name: name.trim() } })),
    onSuccess() {
      setName("");
      setCode("");
      close();
      return queries.invalidateQueries({ queryKey: CLIENTS });
    },
  });
  return (
    <FormModal
      title="Add a client"
      opened={opened}
      close={close}
      submit={() => adding.mutate()}
      deed="Add it"
      busy={adding.isPending}
      error={adding.error}
      fields={FIELDS}
    >
      <TextInput
        label="Name"
        error={fieldError(adding.error, "name")}
        size="md"
        required
        maxLength={100}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="Code"
        error={fieldError(adding.error, "code")}
        description="Small letters, digits and dashes. It stands in events and files, and never changes."
        size="md"
        required
        pattern="[a-z0-9][a-z0-9\-]{0,31}"
        autoCapitalize="none"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
    </FormModal>
  );
}
