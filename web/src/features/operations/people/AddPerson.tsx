import { PasswordInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { FormModal } from "@/shared/ui/FormModal";
import { fieldError } from "@/shared/ui/fieldErrors";
import { RoleSelect } from "../parts/RoleSelect";
import { PEOPLES_ROLES, type PersonsRole } from "../parts/roles";
import { type MadeAccount, useAddPerson } from "./usePeople";

const FIELDS = ["name", "email", "password"];

interface Props {
  opened: boolean;
  close(): void;
  client: string | undefined;
  added(account: MadeAccount): void;
}

export function AddPerson({ opened, close, client, added }: Props) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<PersonsRole>("cashier");
  const [password, setPassword] = useState("");
  const adding = useAddPerson(client);
  function submit() {
    adding.mutate(
      { name: name.trim(), email: email.trim(), role, ...(password ? { password } : {}) },
      {
        onSuccess(account) {
          setName("");
          setEmail("");
          setPassword("");
          added(account);
        },
      },
    );
  }
  return (
    <FormModal
      title="Add a person"
      opened={opened}
      close={close}
      submit={submit}
      deed="Add them"
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
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="E-mail"
        error={fieldError(adding.error, "email")}
        description="They sign in with it."
        type="email"
        size="md"
        required
        autoComplete="off"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <RoleSelect<PersonsRole> value={role} onChange={setRole} roles={PEOPLES_ROLES} />
      <PasswordInput
        label="Password"
        error={fieldError(adding.error, "password")}
        description="12 characters or more. Leave it empty and one is made up, or they use your company's login."
        size="md"
        minLength={12}
        maxLength={128}
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </FormModal>
  );
}
