import { afterEach, expect, test } from "vitest";
import { type FaultKind, type Faults, type Loopback, startConfluence } from "../support/confluence/index.ts";
import { smallWiki } from "./small-wiki.ts";

const open: Loopback[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function start(faults: Faults): Promise<Loopback> {
  const started = await startConfluence({ flavour: "cloud", wiki: smallWiki(40).wiki, faults });
  open.push(started);
  return started;
}

/** What each of the addresses met, in the order asked. */
async function met(confluence: Loopback, paths: readonly string[]): Promise<Map<string, (FaultKind | null)[]>> {
  confluence.resetLog();
  for (const path of paths)
    await fetch(`${confluence.baseUrl}${path}`)
      .then((response) => response.text())
      .catch(() => "");
  const found = new Map<string, (FaultKind | null)[]>();
  for (const { path, query, fault } of confluence.requests)
    found.set(`${path}?${query}`, [...(found.get(`${path}?${query}`) ?? []), fault]);
  return found;
}

const paths = Array.from({ length: 40 }, (_, index) => `/api/v2/pages?limit=${index + 1}`);

test("the same seed gives the same faults in any order of asking, another seed others", async () => {
  const faults: Faults = { share: 0.3, kinds: ["429", "500"], seed: 7 };
  const there = await met(await start(faults), [...paths, ...paths]);
  const back = await met(await start(faults), [...paths.toReversed(), ...paths]);
  const other = await met(await start({ ...faults, seed: 8 }), [...paths, ...paths]);
  expect(new Map([...back].sort())).toEqual(new Map([...there].sort()));
  expect(new Map([...other].sort())).not.toEqual(new Map([...there].sort()));
  const count = [...there.values()].flat().filter((fault) => fault !== null).length;
  expect(count).toBeGreaterThan(80 * 0.15);
  expect(count).toBeLessThan(80 * 0.45);
});

test("an address is answered after so many faults in a row", async () => {
  const confluence = await start({ share: 1, kinds: ["500", "503"], mostInARow: 3 });
  const [faults = []] = [
    ...(
      await met(
        confluence,
        Array.from({ length: 8 }, () => "/api/v2/spaces"),
      )
    ).values(),
  ];
  expect(faults.map((fault) => fault !== null)).toEqual([true, true, true, false, true, true, true, false]);
});

test("each kind of fault shows as in the wild", async () => {
  const confluence = await start({ share: 0, kinds: [] });
  const ask = async (kind: FaultKind, retryAfter?: Faults["retryAfter"]): Promise<Response> => {
    confluence.setFaults({ share: 1, kinds: [kind], ...(retryAfter === undefined ? {} : { retryAfter }) });
    return fetch(`${confluence.baseUrl}/api/v2/spaces`);
  };
  expect(await (await ask("login")).text()).toContain('type="password"');
  await expect(ask("reset")).rejects.toThrow();
  await expect(ask("truncate").then((response) => response.text())).rejects.toThrow();
  for (const [kind, header] of [
    ["seconds", "1"],
    ["zero", "0"],
    ["absurd", "999999999"],
    ["absent", null],
  ] as const)
    expect((await ask("429", kind)).headers.get("retry-after")).toBe(header);
  expect(Date.parse((await ask("503", "date")).headers.get("retry-after") ?? "")).not.toBeNaN();
  confluence.setFaults(null);
  expect((await fetch(`${confluence.baseUrl}/api/v2/spaces`)).status).toBe(200);
});
