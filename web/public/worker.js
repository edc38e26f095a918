// The part of the program that stays on the device: pages open while the server is away. It keeps
// files of the program only, never an answer of the API. scripts/pack.mjs fills in the names.

const VERSION = "__VERSION__";
/** What every page needs, its own script first. */
const FIRST = ["__FIRST__"];
/** What the pages of a store need besides. */
const STORE = ["__STORE__"];

const CACHES = "holdfast-program-";
const OWN = CACHES + VERSION;
/** An open page of the version before may still ask for a part of itself. */
const KEPT_VERSIONS = 2;

/** All pages are this one; the server's WebRoutes has the same list. */
const PAGE = "/shop";
const PAGES = /^\/(?:$|(?:shop|store|orders|warehouse|reports|operations|sign-in|account)(?:\/|$))/;
/** Who cannot be reached in this time is away, whatever may still come. */
const PATIENCE_MILLIS = 4_000;
/** What a proxy says for a server that is away. */
const AWAY_STATUS = [502, 503, 504];

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => {
  if (event.data === "keep the store") event.waitUntil(keepAll(STORE));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (PAGES.test(pathname)) event.respondWith(page(request));
  } else if (pathname.startsWith("/assets/") || FIRST.includes(pathname)) {
    event.respondWith(file(event, pathname));
  }
});

/**
 * Keeps a page and the files that it names, of one version, or fails and is tried again. The page
 * is kept with its header: the policy in it and the nonce in its body belong together.
 */
async function install() {
  const answer = await fetch(PAGE, { cache: "no-store", headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(`The page was answered with ${answer.status}`);
  const text = await answer.clone().text();
  // While servers are updated one by one, this one may still be of the version before.
  if (!text.includes(FIRST[0])) throw new Error("The page is of another version");
  await keepAll(FIRST);
  const cache = await caches.open(OWN);
  await cache.put(PAGE, answer);
  await self.skipWaiting();
}

async function takeOver() {
  const names = (await caches.keys()).filter((name) => name.startsWith(CACHES));
  const old = names.slice(0, -KEPT_VERSIONS).filter((name) => name !== OWN);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function keepAll(paths) {
  const cache = await caches.open(OWN);
  const known = await Promise.all(paths.map((path) => cache.match(path, { ignoreVary: true })));
  await cache.addAll(paths.filter((_, at) => !known[at]));
}

/** The server's, or ours while it is away: of this version, whose files are all here. */
async function page(request) {
  const kept = await caches.match(PAGE, { cacheName: OWN, ignoreVary: true });
  if (!kept) return fetch(request);
  const asked = fetch(request).catch(() => undefined);
  const given = await Promise.race([asked, pause(PATIENCE_MILLIS)]);
  return given && !AWAY_STATUS.includes(given.status) ? given : kept;
}

/** Ours: a name with a hash in it always means the same bytes. */
async function file(event, path) {
  const own = await caches.match(path, { cacheName: OWN, ignoreVary: true });
  if (own) return own;
  const hashed = path.startsWith("/assets/");
  const earlier = hashed && (await caches.match(path, { ignoreVary: true }));
  if (earlier) return earlier;
  const answer = await fetch(event.request);
  if (hashed && answer.ok) {
    const copy = answer.clone();
    event.waitUntil(caches.open(OWN).then((cache) => cache.put(path, copy)));
  }
  return answer;
}

function pause(millis) {
  return new Promise((done) => setTimeout(done, millis));
}
