/** Entries that wait at another address of this machine. Each port keeps its own store, but all ports of a host share cookies:
 *  a cookie that holds nothing but a number tells the next address that something was left behind. */

const PREFIX = "psoas_waits_";
const YEAR_S = 31_536_000;

export interface Elsewhere {
  readonly address: string;
  readonly count: number;
}

type Place = Pick<Location, "protocol" | "hostname" | "port">;

/** The cookie that says how many wait here; gone when none does. */
export function cookieOf(count: number, { port }: Place): string {
  return `${PREFIX}${port || "0"}=${count}; path=/; max-age=${count > 0 ? YEAR_S : 0}; SameSite=Strict`;
}

export function elsewhereIn(cookies: string, { protocol, hostname, port }: Place): Elsewhere[] {
  const found = [...cookies.matchAll(/psoas_waits_(\d+)=(\d+)/g)].map(([, at, count]) => ({ at: String(at), count: Number(count) }));
  return found
    .filter(({ at, count }) => at !== (port || "0") && count > 0)
    .map(({ at, count }) => ({ address: `${protocol}//${hostname}${at === "0" ? "" : `:${at}`}/`, count }));
}
