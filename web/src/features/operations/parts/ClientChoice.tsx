import { Select } from "@mantine/core";
import { useChosenClient, useClients } from "./useClients";

/** Operators look after every client; everybody else sees nothing of this. */
export function ClientChoice() {
  const { operator, chosen, choose, own } = useChosenClient();
  const { data } = useClients(operator);
  const clients = data?.items ?? [];
  if (!operator || clients.length < 2) return null;
  return (
    <Select
      label="Client"
      size="md"
      mb="md"
      maw={340}
      searchable
      allowDeselect={false}
      value={chosen}
      onChange={(code) => choose(code ?? own)}
      data={clients.map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}
