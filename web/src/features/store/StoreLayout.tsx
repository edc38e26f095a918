import { Box, Grid, Stack } from "@mantine/core";
import { Outlet } from "react-router";
import { ScanField } from "@/shared/scan/ScanField";
import { ScanProvider } from "@/shared/scan/ScanProvider";
import { LastActions } from "./actions/LastActions";
import { LatestResult } from "./actions/LatestResult";
import { StoreTabs } from "./place/StoreTabs";
import { useOpenScanned } from "./scan/useOpenScanned";
import { useRefreshed } from "./useRefreshed";

/** Around every page of a store: where one is, the scan field, and what was done last. */
export function StoreLayout() {
  useRefreshed();
  const open = useOpenScanned();
  return (
    <ScanProvider>
      <Box maw={1280} mx="auto">
        <Grid gap={{ base: "md", lg: "xl" }}>
          <Grid.Col span={{ base: 12, md: 8 }}>
            <Stack gap="sm">
              <StoreTabs />
              <ScanField label="Scan or search an item" open={open} />
              <LatestResult />
              <Outlet />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 4 }}>
            <LastActions />
          </Grid.Col>
        </Grid>
      </Box>
    </ScanProvider>
  );
}
