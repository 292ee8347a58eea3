import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultRedactionPolicy as policy, type RedactionKind, redact, type TextForm } from "../../src/pages/redaction/index.ts";

const run = (text: string, form: TextForm): string => redact(text, form, policy).text;

describe("properties", () => {
  const forms: readonly TextForm[] = ["html", "markdown", "plain", "url"];
  const seed = 20261124;
  const secrets: Readonly<Record<RedactionKind, readonly string[]>> = {
    passcode: [
      "Passcode: 9x8Y7z",
      "password is Zq9!zz",
      "PIN: 4711",
      "https://z.example/j/1?pwd=Zq9zz",
      "密码：zq99",
      "Code secret : 9876",
      "pw: zq99zz",
      "- Passcode\n  - 987654",
      "Conference ID: 987 654 321#",
      "https://jo:Zq9zz@h.example/",
    ],
    phone: [
      "+1 646 555 0123",
      "(646) 555-0123",
      "Tel. 030 5550123",
      "tel:+16465550123",
      "+16465550123,,475869599#,,*4711#",
      "1-800-555-0100",
      "01 99 00 55 13",
      "8 (495) 555-01-23",
      "Dial in: 020 7946 0123",
    ],
    email: [
      "jo@example.org",
      "jo&#64;example.org",
      "mailto:jo%40example.org",
      "jo(at)example.org",
      "jo_doe@example.org",
      "jo at example dot org",
    ],
    secret: ["ghp_Zq9zz0Zq9zz0Zq9zz0Zq9z", "API key: Zq9zz0Zq9zz0Zq9zz0"],
  };
  const benign = [
    "2022-03-01",
    "Meeting ID: 475 869 599",
    "v1.2.3",
    "the password policy",
    "@name",
    "pkg@1.0.0",
    "https://example.org/a?pageId=20563484#x",
    "| a | b |",
    "# Title",
    "page 20563484",
    "10:30",
    "dev@lists.example.org",
  ];
  const glue = [
    " ",
    "\n",
    "\n\n",
    ": ",
    ", ",
    "(",
    ")",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "<b>",
    "</b>",
    "<p>",
    "</td><td>",
    "<code>",
    "</code>",
    "<pre>",
    "</pre>",
    "<!--",
    "-->",
    "[",
    "](",
    "\\",
    "&nbsp;",
    "&amp;",
    '<a href="',
    '">',
    "\u200B",
    "1",
    "a",
    "@",
    "%",
    "+",
    "phone ",
    "passcode",
    "[redacted: phone]",
    "redacted",
  ];
  const mixed = fc
    .array(fc.constantFrom(...Object.values(secrets).flat(), ...benign, ...glue, ...glue), { maxLength: 12 })
    .map((parts) => parts.join(""));

  it("a second call changes nothing", () => {
    fc.assert(
      fc.property(mixed, fc.constantFrom(...forms), (text, form) => {
        const once = run(text, form);
        expect(redact(once, form, policy)).toEqual({ text: once, counts: { phone: 0, email: 0, passcode: 0, secret: 0 } });
      }),
      { seed, numRuns: 20_000 },
    );
  });

  it("any string survives it, and a second call changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-composite", maxLength: 80 }), fc.constantFrom(...forms), (text, form) => {
        const once = run(text, form);
        expect(run(once, form)).toBe(once);
      }),
      { seed, numRuns: 3000 },
    );
  });

  it("text without secrets comes back as it is", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...benign), { maxLength: 8 }),
        fc.constantFrom(" ", "\n", "\n\n", " - ", "</p><p>", " | "),
        fc.constantFrom(...forms),
        (parts, separator, form) => {
          const text = parts.join(separator);
          expect(redact(text, form, policy)).toEqual({ text, counts: { phone: 0, email: 0, passcode: 0, secret: 0 } });
        },
      ),
      { seed, numRuns: 3000 },
    );
  });

  it("no secret survives between words, whatever stands around them", () => {
    const telling = /9x8Y7z|Zq9|4711|zq99|5550123|555[ -]0123|555-0100|example\.org/;
    const around = fc.constantFrom(" ", "\n\n", " <b>x</b> ", "<br/>", "</p>\n<p>", "</td><td>");
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...Object.values(secrets).flat()), { minLength: 1, maxLength: 6 }),
        around,
        fc.constantFrom("html", "markdown"),
        (parts, separator, form) => {
          expect(run(`x${separator}${parts.join(separator)}${separator}x`, form)).not.toMatch(telling);
        },
      ),
      { seed, numRuns: 3000 },
    );
  });

  it("code stays as it is, whatever stands in it", () => {
    const inside = fc
      .array(fc.constantFrom(...Object.values(secrets).flat(), ...benign, " ", "\n", "**", "_", "[", "](", "&nbsp;", "1", "@"), {
        minLength: 2,
        maxLength: 8,
      })
      .map((parts) => ` ${parts.join(" ")} x`);
    fc.assert(
      fc.property(inside, (code) => {
        // An invitation is none (see above).
        fc.pre(!/Meeting ID/.test(code));
        for (const [text, form] of [
          [`<pre>${code}</pre>`, "html"],
          [`<p><code>${code}</code></p>`, "html"],
          [`\`\`\`\n${code}\n\`\`\``, "markdown"],
          [`a \`${code.replace(/\n/g, " ")}\` b`, "markdown"],
        ] as const) {
          expect(run(text, form)).toBe(text);
        }
      }),
      { seed, numRuns: 3000 },
    );
  });

  it("an address stays one", () => {
    const value = fc.string({ unit: fc.constantFrom(..."abzAZ09-._~%20%3A%40@:/?#[]!$&'()*+,;="), maxLength: 30 });
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.constantFrom("pwd", "token", "email", "x"),
        value,
        (base, name, text) => {
          const address = `${base}${base.includes("?") ? "&" : "?"}${name}=${text}`;
          fc.pre(URL.canParse(address));
          const result = run(address, "url");
          expect(URL.canParse(result)).toBe(true);
          expect(result).not.toMatch(/[\s<>"]/);
        },
      ),
      { seed, numRuns: 3000 },
    );
  });
});

describe("speed", () => {
  it.each([
    [
      "without secrets",
      '<p class="x">The group met on <time datetime="2022-03-01">1 Mar 2022</time>, see <a href="/pages/20563484">page 20563484</a> &amp; more.</p>\n',
    ],
    [
      "with secrets",
      '<p>Jo &lt;<a href="mailto:jo@example.org">jo@example.org</a>&gt; <a href="https://z.example/j/1?pwd=aB12">z</a> Passcode: 1234, +1 646 555 0123</p>\n',
    ],
    ["of opened tags", '<a "<code>`<pre>((((('],
    ["of digits and signs", "+1111111111 11111-"],
    ["of labels", "passcode is call phone "],
    ["of at signs", "a@a.a@"],
  ])("%s: four times the text takes no sixteen times the work", (_name, piece) => {
    const textOf = (length: number): string => piece.repeat(Math.ceil(length / piece.length));
    for (const form of ["html", "markdown"] as const) {
      const one = workOf(() => run(textOf(1_000_000), form));
      expect(workOf(() => run(textOf(4_000_000), form))).toBeLessThan(8 * Math.max(one, 50));
    }
  });
});

/** Processor time in ms: what else the machine does counts for nothing. */
function workOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
