import { Button } from "@mantine/core";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { Component, type ReactNode } from "react";
import { FullPageNotice } from "@/shared/ui/FullPage";

interface Inside {
  children: ReactNode;
}

/** Keeps the frame standing when a page cannot be loaded or breaks. */
export class PageBoundary extends Component<Inside, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <FullPageNotice
        icon={<IconPlugConnectedX size={48} aria-hidden />}
        title="This page did not open"
        text="Either it is not on this device and the server cannot be reached, or the program was updated since you opened it. Load it again, now or when the server answers."
        action={<Button onClick={() => window.location.reload()}>Load again</Button>}
      />
    );
  }
}
