// Longer than 300 lines: tables of examples, one row each, by kind of secret.
import { describe, expect, it } from "vitest";
import { defaultRedactionPolicy, type RedactionPolicy, redact, type TextForm } from "../../src/pages/redaction/index.ts";

const policy = defaultRedactionPolicy;
const run = (text: string, form: TextForm = "plain", used: RedactionPolicy = policy): string => redact(text, form, used).text;
const passcode = "[redacted: passcode]";
const phone = "[redacted: phone]";
const email = "[redacted: email]";

describe("passcodes in prose", () => {
  it.each([
    ["Passcode: 123456", `Passcode: ${passcode}`],
    ["Meeting passcode: 123456.", `Meeting passcode: ${passcode}.`],
    ["(Passcode: 123 456)", `(Passcode: ${passcode})`],
    ["Passcode is 98765", `Passcode is ${passcode}`],
    ["Passcode 98765 for all", `Passcode ${passcode} for all`],
    ["passcode=98765", `passcode=${passcode}`],
    ["Access Passcode: $x!Y", `Access Passcode: ${passcode}`],
    ["Passcode:  =Qx1V*T1", `Passcode:  ${passcode}`],
    ["Passcode (case sensitive): aBcD", `Passcode (case sensitive): ${passcode}`],
    ["Passcode: hyper", `Passcode: ${passcode}`],
    ["Passcode:\n\n123456\n", `Passcode:\n\n${passcode}\n`],
    ["Password: abcDEF", `Password: ${passcode}`],
    ["Password: Sunny2024!", `Password: ${passcode}`],
    ["Meeting password - Kumquat", `Meeting password - ${passcode}`],
    ["Zoom password: kumquat", `Zoom password: ${passcode}`],
    ["the password of the demo user (jo) is: P1nkPanther", `the password of the demo user (jo) is: ${passcode}`],
    ["https://example.org/rec/1 Password to register = Kumquat", `https://example.org/rec/1 Password to register = ${passcode}`],
    ["https://example.org/board/1 - password: kumquat", `https://example.org/board/1 - password: ${passcode}`],
    ["https://example.org/rec/1 password 4J#sQ18Y", `https://example.org/rec/1 password ${passcode}`],
    ["Access code: 1234#", `Access code: ${passcode}`],
    ["Event number (access code): 157 123 4567", `Event number (access code): ${passcode}`],
    ["(access code: MY-dApp-XYZ)", `(access code: ${passcode})`],
    ["PIN: 1234", `PIN: ${passcode}`],
    ["PIN: \u202A123 456 789\u202C#", `PIN: \u202A${passcode}\u202C#`],
    ["Access code 1234#", `Access code ${passcode}`],
    ["Meeting password: xYz12345 (99912345 from phones)", `Meeting password: ${passcode} (${passcode} from phones)`],
    ["Host key: 654321", `Host key: ${passcode}`],
    ["Dial 010-12345678 (toll), code is 24867639.", `Dial ${phone} (toll), code is ${passcode}.`],
    ["Password:\n\nXy12!z9q\n", `Password:\n\n${passcode}\n`],
    ["密码：1234", `密码：${passcode}`],
    ["会议密码: ab12", `会议密码: ${passcode}`],
    ["Passwort: geheim7", `Passwort: ${passcode}`],
    ["Meeting ID: 475 869 599 Passcode: 123456", `Meeting ID: 475 869 599 Passcode: ${passcode}`],
    ["ID: 475 869 599Passcode: 123456Meeting notes", `ID: 475 869 599Passcode: ${passcode}Meeting notes`],
    ["zoom.example.org/j/1?pwd=aBcD1234", "zoom.example.org/j/1?pwd=redacted"],
  ])("%j", (text, expected) => {
    expect(run(text)).toBe(expected);
  });

  it.each([
    "password policy: must be long",
    "Password: must be at least 8 characters",
    "Passcode: required",
    "Passcode: see the invitation",
    "Passcode is required for all meetings",
    "All meetings will now have passcodes - check your email for invitations.",
    "Zoom now requires a password [see there]",
    "passwordless login, password-based keys, Password-less authentication 2.0",
    "Password hashing, HMAC, PBKDF2",
    "Password: SHA256 with salt",
    "Password: <your password>",
    "password: $" + "{DB_PASSWORD}",
    '"password": "foo"',
    "POSTGRES_PASSWORD=mysecret1 --password=mysecret1 db.password: mysecret1",
    "user: update (password): 1pw",
    "Pin Gauge to v1.4.0; pin 2 posts; PIN Screen; Biometrics/PIN unlock",
    "the code is 12345 lines long and code: 2.0",
    "Code of conduct: 2022",
    "the phone shows error code 40401",
    "Password:\n\n2FA-enabled\n",
    "测试密码机：使用密码机的授权",
    "Passcode: \n\n## Attachments:\n\n- a.png",
    "Meeting ID: 475 869 599",
  ])("leaves %j", (text) => {
    expect(redact(text, "plain", policy)).toEqual({ text, counts: { phone: 0, email: 0, passcode: 0, secret: 0 } });
  });

  it.each<[TextForm, string, string]>([
    ["html", "<p><strong>Passcode</strong>: <em>1234</em></p>", `<p><strong>Passcode</strong>: <em>${passcode}</em></p>`],
    ["html", "<p>Passcode:&nbsp;1234</p>", `<p>Passcode:&nbsp;${passcode}</p>`],
    ["html", "<p>Passcode: a&amp;b&lt;1Z</p>", `<p>Passcode: ${passcode}</p>`],
    ["html", "<p>Passcode:</p><p>475869</p>", `<p>Passcode:</p><p>${passcode}</p>`],
    ["html", "<tr><th>Passcode</th><td>475869</td></tr>", `<tr><th>Passcode</th><td>${passcode}</td></tr>`],
    ["html", "<p>Passcode: 12<span class='x'>34</span> now</p>", `<p>Passcode: ${passcode}<span class='x'></span> now</p>`],
    ["html", "<p>Access&nbsp;code&colon; 1234</p>", `<p>Access&nbsp;code&colon; ${passcode}</p>`],
    ["html", '<p>Passcode: <a href="x.html">1234</a></p>', `<p>Passcode: <a href="x.html">${passcode}</a></p>`],
    ["html", "<p>Passcode: <code>12Ab34</code></p>", `<p>Passcode: <code>${passcode}</code></p>`],
    ["html", '<a href="#" title="Passcode: 1234">x</a>', `<a href="#" title="Passcode: ${passcode}">x</a>`],
    ["html", "<!-- Passcode: 1234 -->", `<!-- Passcode: ${passcode} -->`],
    [
      "html",
      '<a href="https://z.example/rec/1">Recording</a> Password: kumquat<br/>',
      `<a href="https://z.example/rec/1">Recording</a> Password: ${passcode}<br/>`,
    ],
    ["markdown", "**Passcode:** 1234", `**Passcode:** ${passcode}`],
    ["markdown", "**Passcode: R5J\\*vE9x**", `**Passcode: ${passcode}**`],
    ["markdown", "Passcode: 7C.*K??%", `Passcode: ${passcode}`],
    ["markdown", "| Passcode | 123456 |", `| Passcode | ${passcode} |`],
    ["markdown", "[rec](https://example.org/rec/1) Password `W=!b8&8c`", `[rec](https://example.org/rec/1) Password \`${passcode}\``],
    ["markdown", "Passcode: &amp;gSws^R8\n", `Passcode: ${passcode}\n`],
  ])("in %s: %s", (form, text, expected) => {
    expect(run(text, form)).toBe(expected);
  });
});

describe("passcodes in addresses", () => {
  it.each([
    ["https://zoom.example/j/123?pwd=VytRRlJS", "https://zoom.example/j/123?pwd=redacted"],
    ["https://teams.microsoft.com/meet/22233344?p=VytRRlJS", "https://teams.microsoft.com/meet/22233344?p=redacted"],
    ["https://zoom.example/j/123?pwd=VytR.1#success", "https://zoom.example/j/123?pwd=redacted#success"],
    ["https://zoom.example/j/123?a=1&amp;pwd=VytR&amp;b=2", "https://zoom.example/j/123?a=1&amp;pwd=redacted&amp;b=2"],
    [
      "https://g.example/url?q=https%3A%2F%2Fz.example%2Fj%2F1%3Fpwd%3DZ2xm%26x%3D1&sa=D",
      "https://g.example/url?q=https%3A%2F%2Fz.example%2Fj%2F1%3Fpwd%3Dredacted%26x%3D1&sa=D",
    ],
    ["https://g.example/url?q=%253Fpwd%253DZ2xm%2526x", "https://g.example/url?q=%253Fpwd%253Dredacted%2526x"],
    [
      "https://m.example/m?password=1236e3a6-c451&passcode=77&pin=1234",
      "https://m.example/m?password=redacted&passcode=redacted&pin=redacted",
    ],
    ["https://f.example/a?token=eyJ.a.b&access_token=x9&client=7", "https://f.example/a?token=redacted&access_token=redacted&client=7"],
    [
      "https://s3.example/a?X-Amz-Algorithm=AWS4&X-Amz-Credential=AK%2F1&X-Amz-Date=20220301T000000Z&X-Amz-Signature=ab12",
      "https://s3.example/a?X-Amz-Algorithm=AWS4&X-Amz-Credential=redacted&X-Amz-Date=20220301T000000Z&X-Amz-Signature=redacted",
    ],
    ["https://user:s3cret@host.example/x", "https://user:redacted@host.example/x"],
    ["https://host.example/a;jsessionid=ABC123?x=1", "https://host.example/a;jsessionid=redacted?x=1"],
  ])("%s", (text, expected) => {
    expect(run(text, "url")).toBe(expected);
    expect(run(`See ${text}, please.`)).toBe(`See ${expected}, please.`);
    expect(run(`[${text}](${text} "title")`, "markdown")).toBe(`[${expected}](${expected} "title")`);
    expect(run(`<a class="x" href="${text}">${text}</a>`, "html")).toBe(`<a class="x" href="${expected}">${expected}</a>`);
    expect(run(`<${text}>`, "markdown")).toBe(`<${expected}>`);
    expect(run(`<ri:url ri:value='${text}'/>`, "html")).toBe(`<ri:url ri:value='${expected}'/>`);
  });

  it.each([
    "https://example.org/pages/viewpage.action?pageId=20563484&spaceKey=DUNE&pwd=",
    "https://example.org/meet/22233344?p=5&q=tides",
    "https://medium.com/@name/story-18f6ba7c910d",
    "https://example.org/?pass=true&token=0&pwd=redacted&signature=<sig>",
    "https://example.org:8080/@x?tokenCount=5&pinned=3&design=7&passage=2",
    "ssh://git@example.org:22/a/b.git",
    "enode://ab12cd@127.0.0.1:30303",
    "https://www.example.org/icon@2x.png",
  ])("leaves %s", (text) => {
    for (const form of ["url", "plain", "markdown", "html"] as const) expect(run(text, form)).toBe(text);
  });
});

describe("phones", () => {
  it.each([
    ["+16465550123,,475869599#", phone],
    ["+16465550123,,475869599#,,,,*123456# US (New York)", `${phone} US (New York)`],
    ["+1 646 555 0123", phone],
    ["+1 (646) 555-0123", phone],
    ["+1(646)5550123 and +1(669)555-0199", `${phone} and ${phone}`],
    ["+44 (0) 20 7946 0123", phone],
    ["+49 30 901820, +33 1 99 00 12 34", `${phone}, ${phone}`],
    ["(646) 555-0123", phone],
    ["call (646) 555 0123 now", `call ${phone} now`],
    ["1-800-555-0100", phone],
    ["Jo Doe, 646-555-0123, needs an account", `Jo Doe, ${phone}, needs an account`],
    ["646.555.0123", phone],
    ["Toll-free: 877 555 0123 or 888 555 0124", `Toll-free: ${phone} or ${phone}`],
    ["855 555 0123 US Toll-free", `${phone} US Toll-free`],
    ["Dial by your location: 877 555 0123", `Dial by your location: ${phone}`],
    ["Phone: 5550123 ext. 12", `Phone: ${phone}`],
    ["Mobile 0151 23456789", `Mobile ${phone}`],
    ["WhatsApp me at 98765 43210", `WhatsApp me at ${phone}`],
    ["Phone number: 98765 43210", `Phone number: ${phone}`],
    ["电话：010 12345678", `电话：${phone}`],
    ["0755-12345678 (toll)", `${phone} (toll)`],
    ["jo@example.org 646 555 0123", `${email} ${phone}`],
    ["numbers (USA)+16465550123,,123456789#+16465550124,,123456789#", `numbers (USA)${phone}${phone}`],
  ])("%j", (text, expected) => {
    expect(run(text)).toBe(expected);
  });

  it.each([
    "2022-03-01 20220301 03.04.2022 2022/03/01 01-07-2024 to 06-10-2023 2019 - 2020",
    "Call 20220301 Recording; call on 2022-03-01 at 10:00; Call 2022 03 01",
    "14:00-15:30 10.30 UTC+08:00 GMT+1 2022-03-01 10:00",
    "versions 1.2.3, 22.4.10, 3.0.0-9.1ubuntu1, 20.04 18.04, IP 192.168.100.100:8080",
    "Meeting ID: 475 869 5990, Webinar ID: 647-555-0123, 会议 ID：431 315 1277, 会议号: 821-255-6688",
    "page 20563484, pages/20563484, issue #1234567, block 1234567890",
    "ISBN 978-3-16-148410-0, ISSN 2049-3630, doi:10.1000/123.456.7890, arXiv 1904.13093",
    "$140 000.00, € 1.234.567,89, 598758192 bytes",
    "52.520008, 13.404954; +37.7749, -122.4194; +49.8912345",
    "5b1f0e0c-6465-5501-2312-0123456789ab 0x6465550123 3f2a6465550123",
    "| 1234567 | 7654321 | 12 345 678 |",
    "attachments/20563484/20563490.png 2019---2020-Index_20562096.html",
    "Phone conference ID: 123 456 789",
    "Call\n20563484\n\n| Phone | 2022-03-01 |\n| Mobile SDK | 20563484 |",
    "C++11 a+1234567 1+12345678 2^64 10^6",
  ])("leaves %j", (text) => {
    for (const form of ["plain", "markdown", "html"] as const) expect(run(text, form)).toBe(text);
  });

  it.each<[TextForm, string, string]>([
    ["html", '<a href="tel:+1-646-555-0123">+1&nbsp;646&nbsp;555&nbsp;0123</a>', `<a href="tel:redacted">${phone}</a>`],
    ["html", "<p>+1 646 <strong>555</strong> 0123</p>", `<p>${phone}<strong></strong></p>`],
    ["html", '<a href="https://wa.me/16465550123?text=hi">w</a>', '<a href="https://wa.me/redacted?text=hi">w</a>'],
    ["html", "<tr><th>Phone</th><td>030 / 5550123</td></tr>", `<tr><th>Phone</th><td>${phone}</td></tr>`],
    ["markdown", "| Mobile | 98765 43210 |", `| Mobile | ${phone} |`],
    ["html", "<td>646-555-0123</td><td>646-555-0124</td>", `<td>${phone}</td><td>${phone}</td>`],
    ["markdown", "[+1 646 555 0123](tel:+16465550123)", `[${phone}](tel:redacted)`],
    ["markdown", "+16465550123,,475869599#,,,,\\*123456# US", `${phone} US`],
    ["markdown", "+1(646)5550123(US)", `${phone} (US)`],
    ["url", "tel:+16465550123,,475869599#", "tel:redacted"],
    ["url", "sms:+16465550123?body=hi", "sms:redacted?body=hi"],
  ])("in %s: %s", (form, text, expected) => {
    expect(run(text, form)).toBe(expected);
  });
});

describe("e-mail addresses", () => {
  it.each([
    ["jo.doe+tag@mail.example.org", email],
    ["Jo Doe <jo@example.org>, jo_2@example.co.uk.", `Jo Doe <${email}>, ${email}.`],
    ["jo [at] example.org and jo(at)example[dot]org", `${email} and ${email}`],
    ["DoeJo@example.orgNext and jo@example.org.Please", `${email}Next and ${email}.Please`],
    ["Jo@Example.Org/ann@example.org", `${email}/${email}`],
    ["邮箱jo@example.org，谢谢", `邮箱${email}，谢谢`],
    ["&lt;@jo@example.org&gt;", `&lt;@${email}&gt;`],
    ["mailto:jo@example.org", "mailto:redacted"],
  ])("%j", (text, expected) => {
    expect(run(text)).toBe(expected);
  });

  it.each([
    "[git@gitlab.example.org](mailto:git@gitlab.example.org):org/repo",
    "git@example.org:org/repo.git git clone ssh://git@example.org/a.git",
    "scp a.txt jo@example.org:/tmp/x jo@example.org:dir/file ssh jo@example.org",
    "npm i @scope/name@1.2.3 pkg@1.0.0 pkg@1.0.0-beta.rc image@2x.png app@bundle.js",
    "@name @jo.doe Co-Founder @ Example, me@localhost, @jo@mastodon.example",
    "https://medium.com/@name https://jo@example.org/repo a@ b @c",
    "dev@lists.example.org users@groups.io team@googlegroups.com x@mailman.example.org x@sub.list.example.org",
    "msp/users/Admin@org1.example.com/msp/keystore",
    "abc_def@group.calendar.google.com CAB+xyz@mail.gmail.com",
  ])("leaves %j", (text) => {
    for (const form of ["plain", "markdown"] as const) expect(run(text, form)).toBe(text);
  });

  it.each<[TextForm, string, string]>([
    [
      "html",
      '<a href="mailto:jo@example.org?cc=ann%40example.org">jo&#64;example.org</a>',
      `<a href="mailto:redacted?cc=redacted">${email}</a>`,
    ],
    ["html", "<p>jo&commat;example&period;org</p>", `<p>${email}</p>`],
    ["html", "<span>Example</span><span>jo@example.org</span>", `<span>Example</span><span>${email}</span>`],
    ["html", "<p>jo<b>@example.org</b></p>", `<p>${email}<b></b></p>`],
    [
      "html",
      '<img alt="jo@example.org" data-x="jo@example.org" id="jo@example.org">',
      `<img alt="${email}" data-x="redacted" id="redacted">`,
    ],
    ["html", '<a href="/display/~jo@example.org">Jo</a>', '<a href="/display/~redacted">Jo</a>'],
    [
      "html",
      '<ac:link><ri:user ri:username="jo"/><ac:plain-text-link-body><![CDATA[jo@example.org]]></ac:plain-text-link-body></ac:link>',
      `<ac:link><ri:user ri:username="jo"/><ac:plain-text-link-body><![CDATA[${email}]]></ac:plain-text-link-body></ac:link>`,
    ],
    ["markdown", "[jo@example.org](mailto:jo@example.org)", `[${email}](mailto:redacted)`],
    ["markdown", '[Jo](mailto:jo@example.org "jo@example.org")', `[Jo](mailto:redacted "${email}")`],
    ["markdown", "<jo@example.org> jo\\_doe@example.org _jo@example.org_", `<${email}> ${email} _${email}_`],
    ["markdown", "jo@example.org: yes", `${email} : yes`],
    ["markdown", "jo\\[at]example.org", email],
    ["url", "mailto:Jo%20%3Cjo%40example.org%3E", "mailto:Jo%20%3Credacted%3E"],
    ["url", "https://example.org/?email=jo%2Btag%40example.org&x=1", "https://example.org/?email=redacted&x=1"],
  ])("in %s: %s", (form, text, expected) => {
    expect(run(text, form)).toBe(expected);
  });

  it("keeps the domains of the policy and their subdomains, and nothing that only ends alike", () => {
    const kept = { ...policy, keepEmailDomains: [...policy.keepEmailDomains, "example.org"] };
    expect(run("a@example.org b@mail.Example.org c@notexample.org d@lists.example.net", "plain", kept)).toBe(
      `a@example.org b@mail.Example.org ${email} d@lists.example.net`,
    );
    expect(run("mailto:a@example.org", "url", kept)).toBe("mailto:a@example.org");
  });
});

describe("the policy and the counts", () => {
  const text = "Passcode: 123456, +1 646 555 0123, jo@example.org, https://z.example/?pwd=a1b2";
  it("counts places by kind", () => {
    expect(redact(text, "plain", policy).counts).toEqual({ phone: 1, email: 1, passcode: 2, secret: 0 });
    expect(redact("[jo@example.org](mailto:jo@example.org)", "markdown", policy).counts.email).toBe(2);
  });
  it("keeps what it is told to keep", () => {
    expect(run(text, "plain", { ...policy, phones: "keep" })).toContain("+1 646 555 0123");
    expect(run(text, "plain", { ...policy, emails: "keep" })).toContain("jo@example.org");
    expect(run(text, "plain", { ...policy, passcodes: "keep" })).toMatch(/^Passcode: 123456, .*pwd=a1b2$/);
    expect(redact(text, "plain", { phones: "keep", emails: "keep", passcodes: "keep", keepEmailDomains: [] })).toEqual({
      text,
      counts: { phone: 0, email: 0, passcode: 0, secret: 0 },
    });
  });
});

describe("code", () => {
  const secret = "Password: Xy12!z jo@example.org +1 646 555 0123 https://h.example/?token=abc1";
  it.each<[TextForm, string]>([
    ["html", `<pre class="x">${secret}</pre>`],
    ["html", `<p><code>${secret}</code> <tt>${secret}</tt></p>`],
    ["html", `<PRE><code>a</code> ${secret}</PRE>`],
    ["html", `<code>a <code>b</code> ${secret}</code>`],
    ["html", `<script>var a = "${secret}";</script><style>/* ${secret} */</style>`],
    ["html", `<ac:structured-macro ac:name="code"><ac:plain-text-body><![CDATA[${secret}]]></ac:plain-text-body></ac:structured-macro>`],
    ["markdown", `\`\`\`sh\n${secret}\n\`\`\`\n`],
    ["markdown", `- a\n  ~~~\n  ${secret}\n  ~~~\n`],
    ["markdown", `> \`\`\`\n> ${secret}\n> \`\`\`\n`],
    ["markdown", `run \`${secret}\` and \`\`${secret} \` x\`\``],
    ["markdown", `<pre>${secret}</pre>`],
  ])("in %s stays: %s", (form, text) => {
    expect(run(text, form)).toBe(text);
  });

  it.each<[TextForm, string, string]>([
    ["html", "<code>jo@example.org", `<code>${email}`],
    ["markdown", "```\njo@example.org\n", `\`\`\`\n${email}\n`],
    ["markdown", "a ` jo@example.org\n\nb `", `a \` ${email}\n\nb \``],
    ["markdown", "\\`jo@example.org\\`", `\\\`${email}\\\``],
    ["markdown", "- a\n\n      jo@example.org", `- a\n\n      ${email}`],
  ])("that is not closed or only indented is none (%s: %j)", (form, text, expected) => {
    expect(run(text, form)).toBe(expected);
  });

  it.each<[TextForm, string, string]>([
    [
      "markdown",
      "```\nTopic: call\n\nhttps://zoom.us/j/1?pwd=aB12\n```\njo@example.org",
      `\`\`\`\nTopic: call\n\nhttps://zoom.us/j/1?pwd=redacted\n\`\`\`\n${email}`,
    ],
    [
      "html",
      "<pre>Join Zoom Meeting\nMeeting ID: 475 869 599\nPasscode: 123456</pre>",
      `<pre>Join Zoom Meeting\nMeeting ID: 475 869 599\nPasscode: ${passcode}</pre>`,
    ],
  ])("that is an invitation in a preformatted block is none (%s: %j)", (form, text, expected) => {
    expect(run(text, form)).toBe(expected);
  });
});
