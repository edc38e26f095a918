const TEXT_FIELDS =
  "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable=true]";
const OVERLAYS = "[role=dialog], [role=menu], [role=listbox]";

/** A dialog gives the focus back to what opened it when it has faded out. */
const CLOSING_MILLIS = 400;

/** Whether what has the focus needs the keys that are pressed. */
export function takesText(element: Element | null): boolean {
  return element?.matches(TEXT_FIELDS) ?? false;
}

function inOverlay(): boolean {
  return [...document.querySelectorAll(OVERLAYS)].some(
    (overlay) => overlay instanceof HTMLElement && overlay.offsetParent !== null,
  );
}

/**
 * Brings the focus back to the scan field: after a click with a pointer, when nothing has it, and
 * when somebody types outside of a field. Who walks by keyboard keeps the focus where it is, and
 * fields and dialogs in use keep theirs. Answers how to stop.
 */
export function keepFocused(field: HTMLInputElement): () => void {
  function back() {
    if (!takesText(document.activeElement) && !inOverlay()) field.focus({ preventScroll: true });
  }
  function clicked(event: MouseEvent) {
    // Pressing Enter on a button is a click too, of detail 0.
    if (event.detail === 0) return;
    setTimeout(back);
    setTimeout(back, CLOSING_MILLIS);
  }
  function lost() {
    setTimeout(() => {
      const active = document.activeElement;
      if (active === null || active === document.body) back();
    });
  }
  function typed(event: KeyboardEvent) {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (plain && event.key.length === 1 && event.key !== " ") back();
  }
  document.addEventListener("click", clicked);
  document.addEventListener("focusout", lost);
  document.addEventListener("keydown", typed);
  window.addEventListener("focus", lost);
  back();
  // Whoever comes from another place of the app: the shell has put the focus on the page itself.
  setTimeout(back);
  return () => {
    document.removeEventListener("click", clicked);
    document.removeEventListener("focusout", lost);
    document.removeEventListener("keydown", typed);
    window.removeEventListener("focus", lost);
  };
}
