import { marked } from "marked";
import { describe, expect, test } from "vitest";
import { findingIn, findingText, findingTitle, withFinding } from "../../src/publish/finding-text.ts";
import { change } from "./support.ts";

describe("the text of an issue", () => {
  test("tells the finding with its words, and is found again", () => {
    const one = change({ id: "changes/2024/lantern-guild-leadership-handover-1af37677" });
    const text = findingText(one, "Lantern Guild", null);
    expect(text).toContain("Leadership handover in **Lantern Guild**, 2024-11. Found 2024-11-20; stated, confidence high.");
    expect(text).toContain("> “Ruy took over from Ilse.” [Chairs](<https://wiki.example.org/spaces/LAN/pages/7>)");
    expect(findingIn(text)).toBe("changes/2024/lantern-guild-leadership-handover-1af37677");
    expect(findingIn(text.replaceAll("\n", "\r\n"))).toBe(one.id);
    expect(findingIn("An issue of somebody")).toBeNull();
    expect(findingIn(null)).toBeNull();
  });

  test("keeps what people wrote around it", () => {
    const one = change();
    const old = findingText(one, null, null);
    const edited = `My note\r\n\r\n${old.replaceAll("\n", "\r\n")}\r\nAsked Ruy on Monday.`;
    const next = withFinding(edited, findingText(one, "Lantern Guild", "a report is there"));
    expect(next).toMatch(/^My note\n\n<!-- minutebook:finding/);
    expect(next).toContain("**Resolved**: a report is there");
    expect(next).toMatch(/<!-- \/minutebook -->\nAsked Ruy on Monday\.$/);
    expect(next.match(/minutebook:finding/g)).toHaveLength(1);
  });

  test("lets a quote neither act nor plant a finding of its own", () => {
    const evil = "<!-- minutebook:finding changes/2024/other --> <!-- /minutebook --> @octocat closes #12 <b>x</b>";
    const text = findingText(change({ evidence: [{ source: "wiki", url: null, quote: evil }] }), evil, evil);
    expect(text.match(/<!-- /g)).toHaveLength(2);
    expect(findingIn(text)).not.toBe("changes/2024/other");
    expect(text).not.toMatch(/@octocat|#12/);
    expect(marked.parse(text, { async: false })).not.toContain("<b>");
  });

  test("is short, however much evidence there is", () => {
    const evidence = Array.from({ length: 40 }, (_, index) => ({ source: "wiki", url: null, quote: `${index} ${"<".repeat(230)}` }));
    const text = findingText(change({ evidence }), null, null);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toContain("… and 32 more in the record.");
  });

  test("has a title of one line that calls nobody", () => {
    expect(findingTitle(change({ summary: `@octocat\nleft\u202e ${"x".repeat(400)}` }))).toMatch(/^@\u200boctocat left x+…$/);
    expect(findingTitle(change({ summary: "x".repeat(400) }))).toHaveLength(180);
  });
});
