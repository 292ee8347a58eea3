import { describe, expect, test } from "vitest";
import { everythingAllowed, isAllowed, parseRobots } from "../../../../src/sources/confluence/pages/robots.ts";

const allows = (text: string, target: string): boolean => isAllowed(parseRobots(text, "Minutebook"), target);

describe("what robots.txt allows", () => {
  test.each([
    ["nothing is said", "", "/display/LAN", true],
    ["a path below a forbidden one", "User-agent: *\nDisallow: /admin/", "/admin/users", false],
    ["a path beside it", "User-agent: *\nDisallow: /admin/", "/administration", true],
    ["an empty rule forbids nothing", "User-agent: *\nDisallow:", "/display/LAN", true],
    ["the longer rule wins, whatever the order", "User-agent: *\nDisallow: /\nAllow: /display/", "/display/LAN", true],
    ["also the other way round", "User-agent: *\nAllow: /display/\nDisallow: /display/SECRET", "/display/SECRET/Lamp", false],
    ["of two alike the one that allows", "User-agent: *\nDisallow: /x\nAllow: /x", "/x", true],
    ["a star in the middle", "User-agent: *\nDisallow: /*.action", "/pages/viewpage.action?pageId=1", false],
    ["an end that fits", "User-agent: *\nDisallow: /*.action$", "/pages/list.action", false],
    ["an end that does not", "User-agent: *\nDisallow: /*.action$", "/pages/list.action?key=LAN", true],
    ["a query", "User-agent: *\nDisallow: /*?*showComments=", "/display/LAN?showComments=true", false],
    ["the same letter written twice", "User-agent: *\nDisallow: /display/%C3%96l", "/display/Öl", false],
    ["a comment, and blanks", " user-AGENT : *  # all\n disallow : /admin/ # not there", "/admin/", false],
    ["rules without a group", "Disallow: /", "/display/LAN", true],
    ["a sitemap between rules", "User-agent: *\nSitemap: https://wiki.example.org/map.xml\nDisallow: /s/", "/s/1", false],
    ["carriage returns alone", "User-agent: *\rDisallow: /admin/", "/admin/", false],
  ])("%s", (_, text, target, expected) => {
    expect(allows(text, target)).toBe(expected);
  });

  test("a group that names the robot stands in the place of the one for all", () => {
    const text =
      "User-agent: *\nDisallow: /\n\nUser-agent: otherbot\nUser-agent: MINUTEBOOK/2.0\nDisallow: /display/SECRET\n\nUser-agent: minutebook\nDisallow: /s/";
    expect([allows(text, "/display/LAN"), allows(text, "/display/SECRET"), allows(text, "/s/1")]).toEqual([true, false, false]);
    expect(isAllowed(parseRobots(text, "otherbot"), "/s/1")).toBe(true);
  });

  test("an evil rule costs little", () => {
    expect(allows(`User-agent: *\nDisallow: /${"*a".repeat(20_000)}b$`, `/${"a".repeat(100_000)}`)).toBe(true);
  });
});

test.each([
  ["seconds", "User-agent: *\nCrawl-delay: 10", 10_000],
  ["parts of a second", "User-agent: *\nCrawl-delay: 0.5", 500],
  ["another robot's", "User-agent: other\nCrawl-delay: 10", 0],
  ["the own group's", "User-agent: *\nCrawl-delay: 1\nUser-agent: minutebook\nCrawl-delay: 3", 3_000],
  ["no number", "User-agent: *\nCrawl-delay: soon", 0],
  ["days", "User-agent: *\nCrawl-delay: 86400", 300_000],
])("the pace: %s", (_, text, expected) => {
  expect(parseRobots(text, "Minutebook").delayMs).toBe(expected);
  expect(everythingAllowed.delayMs).toBe(0);
});
