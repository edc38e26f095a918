import { Button } from "@mantine/core";
import { IconPlus, IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import { useAccess } from "@/shared/session/SessionProvider";
import { Confirm, type Question } from "@/shared/ui/Confirm";
import { DataTable } from "@/shared/ui/DataTable";
import { PageHead } from "@/shared/ui/PageHead";
import { Empty, Listed } from "@/shared/ui/States";
import { ClientChoice } from "../parts/ClientChoice";
import { type Secret, SecretOnce } from "../parts/SecretOnce";
import { useChosenClient } from "../parts/useClients";
import { AddPerson } from "./AddPerson";
import { ChangePerson, SetPassword } from "./ChangePerson";
import { personColumns } from "./columns";
import { type Account, type MadeAccount, useChangePerson, usePeople } from "./usePeople";

type Opened = { what: "change" | "password"; account: Account } | { what: "add" } | undefined;

export default function PeoplePage() {
  const { session } = useAccess();
  const { other, operator } = useChosenClient();
  const { data, error, refetch } = usePeople(other);
  const changing = useChangePerson(other);
  const [opened, setOpened] = useState<Opened>();
  const [secret, setSecret] = useState<Secret>();
  const [question, setQuestion] = useState<Question>();
  const self = session.account?.id;
  const close = () => setOpened(undefined);

  function added(account: MadeAccount) {
    close();
    if (!account.password) return;
    setSecret({
      title: `The password of ${account.name}`,
      text: `Give it to them in person. They sign in as ${account.email}, and change it under “Your account”.`,
      secret: account.password,
    });
  }
  function setDisabled(account: Account, disabled: boolean) {
    const act = () => changing.mutateAsync({ id: account.id, change: { disabled } });
    if (!disabled) return void act();
    setQuestion({
      title: `Shut out ${account.name}?`,
      text: "They are signed out everywhere at once and cannot come back until you let them in again. What they did stays in the history under their name.",
      deed: "Shut them out",
      act,
    });
  }
  return (
    <>
      <PageHead
        title="People"
        text="Who may sign in, and what their role lets them do."
        action={
          <Button
            size="md"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setOpened({ what: "add" })}
          >
            Add a person
          </Button>
        }
      />
      <ClientChoice />
      <Listed
        rows={data?.items}
        error={error}
        again={() => void refetch()}
        empty={
          <Empty
            icon={<IconUsers size={40} aria-hidden />}
            title="Nobody here yet"
            text="Add the people of this company. Each gets a role and signs in with their own e-mail."
          />
        }
      >
        {(rows) => (
          <DataTable
            framed
            caption="People"
            rows={rows}
            keyOf={(account) => account.id}
            columns={personColumns({
              self,
              operator,
              change: (account) => setOpened({ what: "change", account }),
              password: (account) => setOpened({ what: "password", account }),
              setDisabled,
            })}
          />
        )}
      </Listed>
      <AddPerson opened={opened?.what === "add"} close={close} client={other} added={added} />
      {opened?.what === "change" && (
        <ChangePerson
          account={opened.account}
          close={close}
          client={other}
          self={opened.account.id === self}
        />
      )}
      {opened?.what === "password" && (
        <SetPassword account={opened.account} close={close} client={other} />
      )}
      <SecretOnce shown={secret} close={() => setSecret(undefined)} />
      <Confirm question={question} close={() => setQuestion(undefined)} />
    </>
  );
}
