import { describe, expect, test } from "vitest";
import { PageIndex } from "../../src/resolution/page-index.ts";
import { knownPage } from "../sources/confluence/made-pages.ts";

const now = "https://guild.example.org/wiki";
const old = "https://wiki.old.example";
const at = (pageId: string, site = now) => `${site}/pages/viewpage.action?pageId=${pageId}`;
/** 4242 and 700 as tiny links write them. */
const tiny = (id: string): string => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(id));
  return bytes
    .toString("base64")
    .replace(/[A=]+$/, "")
    .replaceAll("/", "-")
    .replaceAll("+", "_");
};

/** A wiki that moved and numbered its pages anew: 700 is 4242 by now, and another page has the number 700. */
const migrated = new PageIndex([
  knownPage({ pageId: "700", currentId: "4242", title: "Lamp Care", url: at("4242") }),
  // Read after the migration, so that its record bears the new number of a page that was another one's before.
  { ...knownPage({ pageId: "700", space: "TIDE", title: "Ebb", url: at("700") }) },
  knownPage({ pageId: "701", title: "Wicks", url: at("701") }),
]);

describe("a number in a link", () => {
  test.each([
    ["of the former address is one of before", at("700", old), "pages/LAN/700"],
    ["of a tiny link of the former address too", `${old}/x/${tiny("700")}`, "pages/LAN/700"],
    ["of the former address, of a page that is not known, is no page of after", at("701", old), null],
    ["of the present address is one of after", at("700"), "pages/TIDE/700"],
    ["of the present address, in a tiny link", `${now}/x/${tiny("4242")}`, "pages/LAN/700"],
    ["without address is one of after", "/pages/viewpage.action?pageId=700", "pages/TIDE/700"],
    ["without address, where no page has it by now, is one of before", "/wiki/spaces/LAN/pages/4242/Lamp+Care", "pages/LAN/700"],
  ])("%s", (_, href, id) => {
    expect(migrated.resolve(href, "LAN")).toBe(id);
  });

  test("of a former address means the same page where the wiki kept its numbers", () => {
    const kept = new PageIndex([knownPage({ url: at("5004") })]);
    expect([kept.resolve(at("5004", old), "LAN"), kept.resolve(`${old}/x/${tiny("5004")}`, "LAN")]).toEqual([
      "pages/LAN/5004",
      "pages/LAN/5004",
    ]);
  });

  test("means a page of which nobody says where it is", () => {
    const exported = new PageIndex([knownPage({ url: null }), knownPage({ pageId: "700", currentId: "4242", url: at("4242") })]);
    expect(exported.resolve(at("5004", old), "LAN")).toBe("pages/LAN/5004");
  });
});
