import { TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { answerOf, api, type Schema } from "@/shared/api/client";
import { FormModal } from "@/shared/ui/FormModal";
import { fieldError } from "@/shared/ui/fieldErrors";
import { RoleSelect } from "../parts/RoleSelect";
import { KEYS_ROLES } from "../parts/roles";

const FIELDS = ["name"];

interface Props {
  opened: boolean;
  close(): void;
  client: string | undefined;
  issued(key: Schema["IssuedKey"]): void;
}

export function IssueKey({ opened, close, client, issued }: Props) {
  const [name, setName] = useState("");
  const [role, setRole] = useState<Schema["Role"]>("cashier");
  const issuing = useMutation({
    mutationFn: () => {
      const body = { name: name.trim(), role, ...(client ? { client } : {}) };
      return answerOf(api.POST("/v1/keys", { body }));
    },
    onSuccess(key) {
      setName("");
      issued(key);
    },
  });
  return (
    <FormModal
      title="Issue a key"
      opened={opened}
      close={close}
      submit={() => issuing.mutate()}
      deed="Issue it"
      busy={issuing.isPending}
      error={issuing.error}
      fields={FIELDS}
    >
      <TextInput
        label="Name"
        error={fieldError(issuing.error, "name")}
        description="Who or what will use it, such as “till 3 Seattle”."
        size="md"
        required
        maxLength={100}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <RoleSelect value={role} onChange={setRole} roles={KEYS_ROLES} />
    </FormModal>
  );
}
