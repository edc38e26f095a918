import { PasswordInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { FormModal } from "@/shared/ui/FormModal";
import { fieldError } from "@/shared/ui/fieldErrors";
import { RoleSelect } from "../parts/RoleSelect";
import { PEOPLES_ROLES, type PersonsRole } from "../parts/roles";
import { type Account, useChangePerson } from "./usePeople";

const FIELDS = ["name", "password"];

interface Props {
  account: Account;
  close(): void;
  client: string | undefined;
  /** Nobody takes their own role away. */
  self: boolean;
}

export function ChangePerson({ account, close, client, self }: Props) {
  const [name, setName] = useState(account.name);
  const [role, setRole] = useState<PersonsRole>(account.role);
  const changing = useChangePerson(client);
  function submit() {
    const change = { name: name.trim(), ...(role === account.role ? {} : { role }) };
    changing.mutate({ id: account.id, change }, { onSuccess: close });
  }
  return (
    <FormModal
      title={account.email}
      opened
      close={close}
      submit={submit}
      deed="Save"
      busy={changing.isPending}
      error={changing.error}
      fields={FIELDS}
    >
      <TextInput
        label="Name"
        error={fieldError(changing.error, "name")}
        size="md"
        required
        maxLength={100}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {!self && <RoleSelect<PersonsRole> value={role} onChange={setRole} roles={PEOPLES_ROLES} />}
    </FormModal>
  );
}

export function SetPassword({ account, close, client }: Omit<Props, "self">) {
  const [password, setPassword] = useState("");
  const changing = useChangePerson(client);
  function submit() {
    changing.mutate({ id: account.id, change: { password } }, { onSuccess: close });
  }
  return (
    <FormModal
      title={`A new password for ${account.name}`}
      opened
      close={close}
      submit={submit}
      deed="Set it"
      busy={changing.isPending}
      error={changing.error}
      fields={FIELDS}
    >
      <PasswordInput
        label="New password"
        error={fieldError(changing.error, "password")}
        description="12 characters or more. Wherever they are signed in now, that ends. They can change it under “Your account”."
        size="md"
        required
        minLength={12}
        maxLength={128}
        data-autofocus
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </FormModal>
  );
}
