/** Made by scripts/pack.mjs of public/worker.js. */
const WORKER = "/worker.js";
/** A till shows one page for weeks: it is asked then and now whether there is a newer program. */
const LOOK_AGAIN_MILLIS = 3_600_000;

/** Absent where the page came by plain http from another machine. */
const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker;

/** Keeps the program on this device, so that its pages open while the server is away. */
export function keepProgram(): void {
  if (!workers || !import.meta.env.PROD) return;
  // What the first page needs comes first.
  window.addEventListener("load", async () => {
    try {
      const registered = await workers.register(WORKER, { updateViaCache: "none" });
      setInterval(() => void registered.update().catch(() => undefined), LOOK_AGAIN_MILLIS);
    } catch {
      // Storage is forbidden or full: everything works as long as the server answers.
    }
  });
}

/** Keeps the pages of the store too, this version's and later ones'. Ends by what it returns. */
export function keepStorePages(): () => void {
  if (!workers || !import.meta.env.PROD) return () => undefined;
  const ask = () => void workers.ready.then(({ active }) => active?.postMessage("keep the store"));
  ask();
  workers.addEventListener("controllerchange", ask);
  return () => workers.removeEventListener("controllerchange", ask);
}
