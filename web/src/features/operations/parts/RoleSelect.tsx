import { Select, Text } from "@mantine/core";
import type { Schema } from "@/shared/api/client";
import type { RoleChoice } from "./roles";

interface Props<R extends Schema["Role"]> {
  roles: readonly RoleChoice<R>[];
  value: R;
  onChange(role: R): void;
}

/** A role, with what it lets one do. */
export function RoleSelect<R extends Schema["Role"]>({ roles, value, onChange }: Props<R>) {
  function choose(chosen: string | null) {
    const role = roles.find((known) => known.value === chosen);
    if (role) onChange(role.value);
  }
  return (
    <Select
      label="Role"
      description={roles.find((role) => role.value === value)?.text}
      size="md"
      allowDeselect={false}
      withScrollArea={false}
      maxDropdownHeight={420}
      value={value}
      onChange={choose}
      data={roles.map((role) => ({ value: role.value, label: role.label }))}
      renderOption={({ option }) => (
        <div>
          <Text size="sm" fw={600}>
            {option.label}
          </Text>
          <Text size="xs" c="dimmed">
            {roles.find((role) => role.value === option.value)?.text}
          </Text>
        </div>
      )}
    />
  );
}
