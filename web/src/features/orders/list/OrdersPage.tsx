import { Button, Group, Text } from "@mantine/core";
import { IconDownload, IconPackage, IconPlus, IconSearch } from "@tabler/icons-react";
import { Link, useSearchParams } from "react-router";
import { useAccess } from "@/shared/session/SessionProvider";
import { DataTable } from "@/shared/ui/DataTable";
import { PageHead } from "@/shared/ui/PageHead";
import { Empty, Listed } from "@/shared/ui/States";
import css from "../orders.module.css";
import { useNow } from "../useNow";
import { useOrderList } from "../useOrders";
import { useZones } from "../useZones";
import { orderColumns } from "./columns";
import { FilterBar } from "./FilterBar";
import { addressOf, askedOf, type Filters, filtersIn, isNarrowed, narrowed } from "./filters";
import { useExport } from "./useExport";

export default function OrdersPage() {
  const { may } = useAccess();
  const [parameters, setParameters] = useSearchParams();
  const filters = filtersIn(parameters);
  const list = useOrderList(askedOf(filters));
  const now = useNow();
  const zoneOf = useZones();
  const rows = list.data?.pages.flatMap((page) => page.items);
  const narrow = (change: Partial<Filters>) =>
    setParameters(addressOf(narrowed(filters, change)), { replace: true });
  return (
    <>
      <PageHead
        title="Orders"
        text="What is promised to whom, where it ships from, and how far it is."
        action={
          <Group gap="xs">
            {rows && rows.length > 0 && <ExportButton filters={filters} />}
            {may("place-orders") && <NewOrderButton />}
          </Group>
        }
      />
      <FilterBar filters={filters} narrow={narrow} />
      <div className={css.settling} data-settling={list.isPlaceholderData}>
        <Listed
          rows={rows}
          error={list.error}
          again={() => void list.refetch()}
          empty={<NoOrders filters={filters} />}
        >
          {(orders) => (
            <DataTable
              framed
              caption="Orders"
              columns={orderColumns({ now, zoneOf })}
              rows={orders}
              keyOf={(order) => order.id}
            />
          )}
        </Listed>
      </div>
      {list.hasNextPage && (
        <Button
          mt="md"
          size="md"
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </>
  );
}

function NewOrderButton() {
  return (
    <Button
      component={Link}
      to="/orders/new"
      size="md"
      leftSection={<IconPlus size={18} aria-hidden />}
    >
      New order
    </Button>
  );
}

function ExportButton({ filters }: { filters: Filters }) {
  const { run, busy, trouble } = useExport(askedOf(filters));
  return (
    <div>
      <Button
        size="md"
        variant="default"
        loading={busy}
        leftSection={<IconDownload size={18} aria-hidden />}
        onClick={run}
      >
        Export as CSV
      </Button>
      <Text role="status" size="xs" c="dimmed" maw={260}>
        {trouble}
      </Text>
    </div>
  );
}

/** A report counts more than is listed where its past was loaded without the orders. */
function whyNone({ placedFrom, placedTo }: Filters): { title: string; text: string } {
  if (placedFrom || placedTo) {
    return {
      title: "No order like this was placed then",
      text: "Take a filter away to see others. Reports may also tell of a time from which only figures were brought in, and no orders.",
    };
  }
  return {
    title: "No order is like this",
    text: "Take a filter away, or look at the spelling of the number.",
  };
}

function NoOrders({ filters }: { filters: Filters }) {
  const { may } = useAccess();
  if (isNarrowed(filters)) {
    return (
      <Empty
        icon={<IconSearch size={40} aria-hidden />}
        {...whyNone(filters)}
        action={
          <Button component={Link} to="/orders" variant="default" size="md">
            Show all orders
          </Button>
        }
      />
    );
  }
  return (
    <Empty
      icon={<IconPackage size={40} aria-hidden />}
      title="No orders yet"
      text="Write one here, bring in a file of them under Operations, or let your shop send them to /v1/orders."
      action={may("place-orders") ? <NewOrderButton /> : undefined}
    />
  );
}
