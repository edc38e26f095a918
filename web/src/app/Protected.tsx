import { Button } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link, Navigate, useLocation } from "react-router";
import { useAccess } from "@/shared/session/SessionProvider";
import { FullPageNotice } from "@/shared/ui/FullPage";

/** Shows a page to whom the server will answer it; the server checks everything again. */
export function Protected({ permission, children }: { permission: string; children: ReactNode }) {
  const { session, may } = useAccess();
  const { pathname, search } = useLocation();
  if (may(permission)) return children;
  if (!session.signedIn) {
    return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />;
  }
  return (
    <FullPageNotice
      icon={<IconLock size={48} aria-hidden />}
      title="Not for your role"
      text={`You are signed in as ${session.account?.role}. Ask an admin of your company for a role that may do this, or sign in as somebody else.`}
      action={
        <Button component={Link} to="/">
          To your start page
        </Button>
      }
    />
  );
}
