import { notifications } from "@mantine/notifications";

export type Permission = "granted" | "denied" | "default" | "impossible";

export function permission(): Permission {
  return "Notification" in window ? Notification.permission : "impossible";
}

/** Asks the browser; must come from a press of a button. */
export async function askPermission(): Promise<Permission> {
  if (permission() !== "default") return permission();
  try {
    return await Notification.requestPermission();
  } catch {
    return "impossible";
  }
}

/** Says it on the page, and through the system where that is allowed. */
export function announce(title: string, text: string, tag: string): void {
  notifications.show({ id: tag, title, message: text, color: "green", autoClose: 12_000 });
  if (permission() !== "granted" || document.visibilityState === "visible") return;
  try {
    new Notification(title, { body: text, tag, icon: "/icon.svg" });
  } catch {
    // Some phones let installed apps alone do this; the page has said it already.
  }
}
