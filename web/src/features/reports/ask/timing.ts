/** The milliseconds that the server needed: in its program and in its store, which never overlap. */
export function serverMillisIn(header: string | null): number | undefined {
  const [app, db] = [durationIn(header, "app"), durationIn(header, "db")];
  return app === undefined ? undefined : app + (db ?? 0);
}

/** The milliseconds that a Server-Timing header names: "app;dur=12.3, db;dur=4". */
export function durationIn(header: string | null, name: string): number | undefined {
  for (const metric of header?.split(",") ?? []) {
    const [named, ...parameters] = metric.split(";").map((part) => part.trim());
    if (named !== name) continue;
    const duration = parameters.find((parameter) => parameter.startsWith("dur="));
    const millis = duration ? Number(duration.slice("dur=".length)) : Number.NaN;
    return Number.isFinite(millis) ? millis : undefined;
  }
  return undefined;
}
