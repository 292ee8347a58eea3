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

describe("a link below a former base URL", () => {
  const before = "https://wiki.old.example/kb";
  const pages = [
    knownPage({ pageId: "900", title: "Lamp Care", url: at("900") }),
    knownPage({ pageId: "901", title: "Q&A: oil, wicks", url: at("901") }),
    knownPage({ pageId: "902", title: "100% oil + wicks", url: at("902") }),
    knownPage({ pageId: "903", currentId: "9030", title: "Moved Home", url: at("9030") }),
    knownPage({ pageId: "904", title: "Left behind", status: "missing", url: at("904", before) }),
    knownPage({ space: "~ilse", pageId: "905", title: "My lamps", url: at("905") }),
    knownPage({ pageId: "906", title: "Fog", contentType: "blogpost", url: at("906") }),
    knownPage({ pageId: "907", title: "Twice", status: "trashed", url: at("907") }),
    knownPage({ pageId: "908", title: "Twice", url: at("908") }),
  ];
  const index = new PageIndex(pages, [`${before}/`]);

  test.each([
    ["space and title", "/display/LAN/Lamp+Care", "900"],
    ["another case of letters", "/display/lan/lamp+care?focusedCommentId=4#comment-4", "900"],
    ["an encoded title", "/display/LAN/100%25+oil+%2B+wicks", "902"],
    ["a title of which punctuation is lost", "/display/LAN/Q+A+oil+wicks", "901"],
    ["space and title in the query", "/pages/viewpage.action?spaceKey=LAN&title=Lamp+Care", "900"],
    ["a personal space", "/display/~ilse/My+lamps", "~ilse/905"],
    ["a post", "/display/LAN/2024/03/21/Fog", "906"],
    ["a page that took the place of a deleted one", "/display/LAN/Twice", "908"],
    ["a number of then and the title", "/spaces/LAN/pages/11/Lamp+Care", "900"],
    ["a number that another page has now, and the title", "/spaces/LAN/pages/901/Lamp+Care", "900"],
    ["a number of then that a record bears", "/pages/viewpage.action?pageId=903", "903"],
    ["a tiny link to it", `/x/${tiny("903")}`, "903"],
    ["it under another title", "/spaces/LAN/pages/903/Old+Home", "903"],
    ["a file of it", "/download/attachments/903/plan.pdf?version=1&modificationDate=5", "903"],
    ["a number of a page that is still known at that address", "/pages/viewpage.action?pageId=904", "904"],
    ["a number that only the wiki of today has", "/pages/viewpage.action?pageId=900", null],
    ["a tiny link to such a number", `/x/${tiny("900")}`, null],
    ["a file of such a number", "/download/attachments/900/plan.pdf", null],
    ["a number of today as if it were one of then", "/pages/viewpage.action?pageId=9030", null],
    ["a title that no page has", "/display/LAN/Snuffers", null],
    ["a space that is not read", "/display/SEA/Lamp+Care", null],
    ["no page", "/dashboard.action", null],
  ])("means %s", (_, path, id) => {
    const expected = id === null ? null : `pages/${id.includes("/") ? id : `LAN/${id}`}`;
    const found = [before, before.replace("https:", "http:"), before.replace("https:", "")].map((base) => {
      const href = `${base}${path}`;
      return index.resolve(href, "LAN") ?? index.ofFile(href, "LAN");
    });
    expect(found).toEqual([expected, expected, expected]);
  });

  test("means the page of its number where it shows that page's title: the wiki kept its numbers", () => {
    const href = `${before}/pages/viewpage.action?pageId=900`;
    expect([index.resolve(href, "LAN", "Lamp care"), index.resolve(href, "LAN", "here")]).toEqual(["pages/LAN/900", null]);
  });

  test("is told from one of today on the same host", () => {
    const site = "https://guild.example.org";
    const beside = new PageIndex(pages, [site]);
    expect(beside.resolve(at("900"), "LAN")).toBe("pages/LAN/900");
    expect(beside.resolve(`${site}/pages/viewpage.action?pageId=900`, "LAN")).toBeNull();
    expect(beside.resolve(`${site}/display/LAN/Lamp+Care`, "LAN")).toBe("pages/LAN/900");
    const kept = new PageIndex(pages.slice(0, 1), [before]);
    expect(kept.resolve("https://wiki.old.example/kbase/pages/viewpage.action?pageId=900", "LAN")).toBe("pages/LAN/900");
  });
});
