import { Button, Menu, Text } from "@mantine/core";
import { IconDots, IconLock, IconLockOpen, IconPassword, IconPencil } from "@tabler/icons-react";
import type { Column } from "@/shared/ui/DataTable";
import { Mark } from "@/shared/ui/Mark";
import { roleLabel } from "../parts/roles";
import type { Account } from "./usePeople";

interface Deeds {
  self: number | undefined;
  /** Whether an operator looks. */
  operator: boolean;
  change(account: Account): void;
  password(account: Account): void;
  setDisabled(account: Account, disabled: boolean): void;
}

export function personColumns(deeds: Deeds): Column<Account>[] {
  return [
    {
      label: "Name",
      heading: true,
      cell: (account) => (
        <>
          {account.name}
          {account.id === deeds.self && (
            <Text component="span" c="dimmed" size="sm">
              {" "}
              (you)
            </Text>
          )}
        </>
      ),
    },
    { label: "E-mail", cell: (account) => account.email },
    {
      label: "Role",
      cell: (account) =>
        account.operator ? `${roleLabel(account.role)}, operator` : roleLabel(account.role),
    },
    {
      label: "State",
      cell: (account) => (
        <Mark tone={account.disabled ? "quiet" : "good"}>
          {account.disabled ? "Shut out" : "May sign in"}
        </Mark>
      ),
    },
    {
      label: "Actions",
      actions: true,
      cell: (account) => <Actions account={account} {...deeds} />,
    },
  ];
}

function Actions(props: Deeds & { account: Account }) {
  const { account, self, operator, change, password, setDisabled } = props;
  // The server lets only operators change operators.
  if (account.operator && !operator) return null;
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={220}>
      <Menu.Target>
        <Button
          variant="default"
          size="md"
          rightSection={<IconDots size={18} aria-hidden />}
          aria-label={`Change ${account.name}`}
        >
          Change
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          mih={44}
          leftSection={<IconPencil size={18} aria-hidden />}
          onClick={() => change(account)}
        >
          Name and role
        </Menu.Item>
        {account.id !== self && (
          <>
            <Menu.Item
              mih={44}
              leftSection={<IconPassword size={18} aria-hidden />}
              onClick={() => password(account)}
            >
              Set a password
            </Menu.Item>
            <Menu.Item
              mih={44}
              leftSection={
                account.disabled ? (
                  <IconLockOpen size={18} aria-hidden />
                ) : (
                  <IconLock size={18} aria-hidden />
                )
              }
              onClick={() => setDisabled(account, !account.disabled)}
            >
              {account.disabled ? "Let in again" : "Shut out"}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
