import { InputError } from "../errors.ts";
import type { Document } from "../pages/document.ts";
import { documentFromBody, storageContextOf } from "../pages/from-body.ts";
import { type BodyForm, bodyForms, type RawEnvelope, type RawPerson, rawVersion } from "../pages/raw.ts";
import type { RawPlaylist, RawVideo } from "../pages/raw-video.ts";
import type { TextForm } from "../pages/redaction/index.ts";
import { takenAccount } from "../pages/redaction/taken-accounts.ts";
import { isNamedIn } from "../pages/redaction/taken-out.ts";
import { isTakenName } from "../pages/redaction/taken-words.ts";
import { plainJson, sha256Of } from "../records/canonical-json.ts";
import type { ChangeRecord, Evidence } from "../records/index.ts";
import type { PreviousRecords } from "../resolution/index.ts";
import type { KeptFile } from "../sources/types.ts";
import type { Run } from "./run.ts";

// Taking something out of what the archive holds already. What comes later from sources is met by the redactor and by `asMayBeKept`.

const emptyForm: BodyForm = "view.html";

/** What is left of a page that was taken out: that it was there, under its id, so that links to it still lead somewhere. */
function tombstoneOf(envelope: RawEnvelope): RawEnvelope {
  const { source, space, pageId, pageIdBasis, currentId, version, modifiedOn, modifiedAt, status, url } = envelope;
  return {
    source,
    space,
    spaceName: null,
    pageId,
    pageIdBasis,
    ...(currentId === undefined ? {} : { currentId }),
    file: null,
    title: "[redacted: page]",
    isHome: false,
    parents: [],
    createdBy: null,
    createdOn: null,
    modifiedBy: null,
    modifiedOn,
    modifiedAt,
    version,
    status,
    labels: [],
    url,
    commentCount: null,
    attachments: [],
    form: emptyForm,
    losses: ["page (taken out)"],
  };
}

export interface WholePage {
  readonly envelope: RawEnvelope;
  readonly document: Document;
  readonly body: string;
  readonly files?: readonly KeptFile[];
}

/** A page as it may be kept: nothing but a tombstone where it was taken out. */
export function asMayBeKept<P extends WholePage>(run: Run, id: string, page: P): P {
  if (!run.withheld.hasPage(id)) return page;
  return { ...page, envelope: tombstoneOf(page.envelope), document: documentFromBody("", emptyForm), body: "", files: [] };
}

/** The pages of the archive, read again through the redactor; none of them comes from a source this time. */
export async function takeOutOfPages(run: Run): Promise<void> {
  const used = new Set<string>();
  const held = new Set<string>();
  for (const [id] of run.known) {
    const [, space = "", pageId = ""] = id.split("/");
    const hold = (envelope: RawEnvelope, into: Set<string>): void => {
      for (const { sha256 } of envelope.attachments) if (sha256 !== undefined) into.add(sha256);
    };
    let envelope: RawEnvelope | null = null;
    try {
      envelope = await run.reader.rawEnvelope(space, pageId);
      const body = envelope ? await run.reader.rawBody(space, pageId, envelope.form) : null;
      if (!envelope || body === null) throw new InputError(`raw/${space}/${pageId} is missing: run "minutebook check"`);
      hold(envelope, held);
      hold(await takeOutOfPage(run, id, envelope, body), used);
      run.fromArchive += 1;
    } catch (error) {
      if (envelope !== null) hold(envelope, used);
      run.fault(id, error);
    }
  }
  for (const sha256 of held) if (!used.has(sha256)) await run.writer.removeFile(pathOfFile(sha256));
}

/** What the archive holds of the page from now on. */
async function takeOutOfPage(run: Run, id: string, before: RawEnvelope, body: string): Promise<RawEnvelope> {
  const page = asMayBeKept(run, id, await pageWithout(run, before, body));
  await run.take(id, page);
  await run.writer.rawPage(id, page);
  for (const { sha256, bytes } of page.files ?? []) await run.writer.file(pathOfFile(sha256), bytes);
  await takeOutOfVersions(run, id);
  run.spaceName ??= page.envelope.spaceName;
  return page.envelope;
}

async function pageWithout(run: Run, envelope: RawEnvelope, body: string): Promise<WholePage> {
  const files: KeptFile[] = [];
  const without = envelopeWithout(run, envelope);
  const attachments: RawEnvelope["attachments"] = [];
  for (const attachment of without.attachments) {
    const file = attachment.sha256 === undefined ? null : await textFileWithout(run, attachment.name, attachment.sha256);
    if (file !== null) files.push(file);
    attachments.push(file === null ? attachment : { ...attachment, sha256: file.sha256 });
  }
  const whole = { ...without, attachments };
  const text = run.redactor(body, formOf(envelope.form)).text;
  return { envelope: whole, body: text, files, document: documentFromBody(text, whole.form, storageContextOf(whole)) };
}

/** Null where it is no plain text, or has nothing of it. */
async function textFileWithout(run: Run, name: string, sha256: string): Promise<KeptFile | null> {
  if (!/\.(?:vtt|srt|txt|csv|tsv|md)$/i.test(name)) return null;
  const text = await run.reader.text(pathOfFile(sha256));
  if (text === null) return null;
  const bytes = Buffer.from(run.redactor(text, "plain").text);
  const fresh = sha256Of(bytes);
  return fresh === sha256 ? null : { sha256: fresh, bytes };
}

async function takeOutOfVersions(run: Run, id: string): Promise<void> {
  const folder = `raw/${id.slice("pages/".length)}`;
  for (const name of await run.reader.names(folder)) {
    const path = `${folder}/${name}`;
    const form = bodyForms.find((each) => name.endsWith(`.${each}`));
    if (run.withheld.hasPage(id)) await run.writer.removeFile(path);
    else if (form !== undefined) await run.writer.file(path, run.redactor((await run.reader.text(path)) ?? "", formOf(form)).text);
    else {
      const version = rawVersion.safeParse(JSON.parse((await run.reader.text(path)) ?? "null")).data;
      if (version === undefined) continue;
      const { title, modifiedBy, mentions, ...rest } = version;
      const named = { pageId: rest.pageId, version: rest.version, title: plain(run, title), modifiedAt: rest.modifiedAt };
      const by = personWithout(run, modifiedBy);
      await run.writer.file(path, plainJson({ ...named, modifiedBy: by, ...namesWithout(run, "mentions", mentions), form: rest.form }));
    }
  }
}

function envelopeWithout(run: Run, envelope: RawEnvelope): RawEnvelope {
  const person = (who: RawEnvelope["createdBy"]): RawEnvelope["createdBy"] => personWithout(run, who);
  const address = (url: string): string => run.redactor(url, "url").text;
  return {
    ...envelope,
    spaceName: envelope.spaceName === null ? null : plain(run, envelope.spaceName),
    file: envelope.file === null ? null : address(envelope.file),
    title: plain(run, envelope.title),
    parents: envelope.parents.map((parent) => ({ ...parent, title: plain(run, parent.title) })),
    createdBy: person(envelope.createdBy),
    modifiedBy: person(envelope.modifiedBy),
    labels: envelope.labels.map((label) => plain(run, label)),
    ...namesWithout(run, "mentions", envelope.mentions),
    ...namesWithout(run, "renamed", envelope.renamed),
    ...(envelope.unnamed === undefined ? {} : unnamedWithout(run, envelope.unnamed)),
    url: envelope.url === null ? null : address(envelope.url),
    attachments: envelope.attachments.map((file) => ({
      ...file,
      name: plain(run, file.name),
      ...(file.url === undefined ? {} : { url: address(file.url) }),
    })),
    ...(envelope.comments === undefined
      ? {}
      : {
          comments: envelope.comments.map((comment) => ({
            ...comment,
            quote: comment.quote === null ? null : plain(run, comment.quote),
            author: person(comment.author),
            ...namesWithout(run, "mentions", comment.mentions),
            body: run.redactor(comment.body, "html").text,
          })),
        }),
  };
}

function namesWithout<K extends string>(
  run: Run,
  key: K,
  names: Readonly<Record<string, string>> | undefined,
): { [P in K]?: Record<string, string> } {
  if (names === undefined) return {};
  const left = Object.entries(names).flatMap(([account, name]) => {
    const person = personWithout(run, { name, accountId: account });
    return person === null ? [] : [[account, person.name] as const];
  });
  return (left.length === 0 ? {} : { [key]: Object.fromEntries(left) }) as { [P in K]?: Record<string, string> };
}

function unnamedWithout(run: Run, accounts: readonly string[]): Pick<RawEnvelope, "unnamed"> {
  const left = accounts.filter((account) => plain(run, account) !== takenAccount);
  return left.length === 0 ? {} : { unnamed: left };
}

/** Of somebody who was taken out by the name the account goes too, and the other way round. */
function personWithout(run: Run, who: RawPerson | null): RawPerson | null {
  if (who === null) return null;
  const name = plain(run, who.name);
  const isTaken = isTakenName(name) || (who.accountId !== null && plain(run, who.accountId) === takenAccount);
  return isTaken ? null : { ...who, name };
}

export function videoWithout(run: Run, video: RawVideo): RawVideo {
  const title = video.title === null ? null : plain(run, video.title);
  const channelTitle = video.channelTitle === null ? null : plain(run, video.channelTitle);
  return { ...video, title, description: plain(run, video.description), channelTitle };
}

export function playlistWithout(run: Run, playlist: RawPlaylist): RawPlaylist {
  return { ...playlist, title: plain(run, playlist.title) };
}

/** The change log stays as it was reported, but for what is taken out: the one thing that may be taken back. */
export async function previousWithout(run: Run, previous: PreviousRecords): Promise<PreviousRecords> {
  if (run.options.takeOut === undefined) return previous;
  const isGone = ({ pageId }: Evidence): boolean => pageId !== undefined && run.withheld.hasPageNumber(pageId);
  const changes: ChangeRecord[] = [];
  for (const change of previous.changes) {
    if (change.evidence.length > 0 && change.evidence.every(isGone)) await run.writer.remove(change.id);
    else changes.push(changeWithout(run, { ...change, evidence: change.evidence.filter((item) => !isGone(item)) }));
  }
  const kept = new Set<string>(changes.map(({ id }) => id));
  const link = (id: string | null): string | null => (id !== null && kept.has(id) ? id : null);
  return {
    ...previous,
    changes: changes.map((change) => ({ ...change, corrects: link(change.corrects), correctedBy: link(change.correctedBy) })),
  };
}

function changeWithout(run: Run, change: ChangeRecord): ChangeRecord {
  const side = (items: ChangeRecord["from"]): ChangeRecord["from"] =>
    items.map((item) => {
      if (typeof item === "number") return item;
      if (typeof item === "string") return plain(run, item);
      const name = plain(run, item.name);
      // The id is made of the name.
      return name === item.name ? item : { name };
    });
  return {
    ...change,
    title: plain(run, change.title),
    summary: plain(run, change.summary),
    from: side(change.from),
    to: side(change.to),
    subjects: change.subjects.filter((id) => !hides(run, id)),
    evidence: change.evidence.map((item) => ({
      ...item,
      ...(item.heading === undefined ? {} : { heading: plain(run, item.heading) }),
      ...(item.quote === undefined ? {} : { quote: plain(run, item.quote) }),
    })),
  };
}

/** Whether an id itself tells what is taken out: then nothing leads from there any more, although links break. */
export function hides(run: Run, id: string): boolean {
  return run.options.takeOut !== undefined && isNamedIn(id, run.withheld);
}

/** Of ids that are no records any more those that may still lead somewhere; the others go without a trace. */
export async function withoutHidden(run: Run, retired: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  if (run.options.takeOut === undefined) return new Map(retired);
  const left = new Map<string, string>();
  for (const [from, to] of retired) {
    // People and courses are called by their names: where a page goes, those whom it alone named go with it.
    const isNamed = run.options.takeOut.pages.length > 0 && /^(?:people|courses)\//.test(from);
    if (isNamed || hides(run, from)) await run.writer.remove(from);
    else left.set(from, to);
  }
  const listed = new Set<string>((await run.reader.index("people")).map(({ id }) => id));
  for (const name of await run.reader.names("people")) {
    const id = `people/${name.replace(/\.json$/, "")}`;
    if (!listed.has(id) && hides(run, id)) await run.writer.remove(id);
  }
  return left;
}

function pathOfFile(sha256: string): string {
  return `files/${sha256.slice(0, 2)}/${sha256}`;
}

function plain(run: Run, text: string): string {
  return run.redactor(text, "plain").text;
}

export function formOf(form: BodyForm): TextForm {
  return form === "export.md" ? "markdown" : "html";
}
