import { z } from "zod";
import { dayOf } from "../records/edtf.ts";

// What people write. Everything that may be left out is filled in by `normalise` in `index.ts`.

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "expected a day such as 2024-11-26");
const handling = z.enum(["redact", "keep"]);
// What a source remembers lies in state/<id>.json, beside state/redactions.json.
const id = z
  .string()
  .regex(
    /^(?!(?:redactions|declared-groups|former-addresses)$)[a-z0-9][a-z0-9-]{0,59}$/,
    "expected a short name of lower-case letters, digits and dashes",
  );
const spaceKey = z.string().regex(/^~?[A-Za-z0-9_-]+$/, "expected a space key such as DUNE");

/** Secrets in an address would be written into every record that names it. */
const address = z
  .url({ protocol: /^https?$/, error: "expected an address such as https://wiki.example.org/wiki" })
  .refine((text) => !URL.canParse(text) || (new URL(text).username === "" && new URL(text).password === ""), {
    error: 'expected an address without user and password: give them under "auth", from the environment',
  });

/** Stands for a variable of the environment: a secret in a file ends up in a repository. */
const secret = z.string().regex(
  /^\$\{[A-Za-z_][A-Za-z0-9_]*\}$/,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: how it is written in a configuration
  'expected the name of a variable of the environment, such as "${CONFLUENCE_TOKEN}", and nothing else: a secret that ever stood in a file should be replaced by a new one',
);

/** Checks that look at several keys are made whatever else is wrong, so that all is told at once. */
const always = { when: ({ value }: { value: unknown }): boolean => typeof value === "object" && value !== null };

const exportSource = z.strictObject({
  id,
  type: z.literal("confluence-export"),
  /** A folder or a zip; relative to the config file. */
  path: z.string().min(1),
  /** The key of the space, only where the export does not say. */
  space: spaceKey.optional(),
  /** Of the wiki, to make links absolute. */
  baseUrl: address.optional(),
  license: z.string().optional(),
  attribution: z.string().optional(),
});

const confluenceSource = z.strictObject({
  id,
  type: z.literal("confluence"),
  /** What stands before `/spaces/KEY` or `/display/KEY` in the address of a page. */
  baseUrl: address,
  /** Where the wiki was before: links there mean pages by space and title, and by numbers that pages of the archive bear from then. */
  formerBaseUrls: z.array(address).optional(),
  space: spaceKey,
  /** E-mail and token: basic. A token alone: bearer. Nothing: anonymous. */
  auth: z.strictObject({ email: z.string().min(1).optional(), token: secret }).optional(),
  limits: z
    .strictObject({ concurrency: z.number().int().min(1).max(32).optional(), requestsPerSecond: z.number().min(0.1).max(1000).optional() })
    .optional(),
  /** Days between complete listings. */
  fullListingDays: z.number().int().min(1).optional(),
  /** Which files of pages are kept by their hash: none, text (transcripts, plain text, CSV, PDF), all. */
  attachments: z.enum(["none", "text", "all"]).optional(),
  /** The most that is kept: of one file (no answer is longer than 200 MiB), and of all files of one run. */
  attachmentLimits: z
    .strictObject({
      fileMegabytes: z.number().positive().max(200).optional(),
      runMegabytes: z.number().positive().max(1_000_000).optional(),
    })
    .optional(),
  /** Comments are counted; with true they are read too. */
  comments: z.boolean().optional(),
  /** A loopback or intranet host is refused unless it is meant. */
  allowPrivateHost: z.boolean().optional(),
  license: z.string().optional(),
  attribution: z.string().optional(),
});

const root = address.transform((text) => (text.endsWith("/") ? text : `${text}/`));

const youtubeSource = z
  .strictObject({
    id,
    type: z.literal("youtube"),
    /** Id or address of a playlist. */
    playlist: z.string().min(1).optional(),
    /** Handle, id or address of a channel, whose uploads are read. */
    channel: z.string().min(1).optional(),
    apiKey: secret.optional(),
    oauth: z
      .strictObject({
        clientId: z.string().min(1),
        clientSecret: secret,
        refreshToken: secret,
        tokenUri: address.optional(),
      })
      .optional(),
    /** The group whose recordings these are. */
    group: z.string().min(1).optional(),
    /** The most quota units of a run: each request costs one. */
    quotaUnits: z.number().int().min(1).optional(),
    limits: z
      .strictObject({
        concurrency: z.number().int().min(1).max(32).optional(),
        requestsPerSecond: z.number().min(0.1).max(1000).optional(),
      })
      .optional(),
    apiRoot: root.optional(),
    feedRoot: root.optional(),
    allowPrivateHost: z.boolean().optional(),
    license: z.string().optional(),
    attribution: z.string().optional(),
  })
  .refine(({ playlist, channel }) => (playlist === undefined) !== (channel === undefined), {
    error: 'expected one of "playlist" and "channel"; two playlists are two sources',
    ...always,
  })
  .refine(({ apiKey, oauth }) => apiKey === undefined || oauth === undefined, {
    error: 'expected one of "apiKey" and "oauth", or neither',
    ...always,
  });

const cadence = z
  .string()
  .regex(
    /^(?:weekly|biweekly|twice-monthly|monthly|quarterly|every [1-9]\d{0,2} (?:days|weeks|months))$/,
    "expected weekly, biweekly, twice-monthly, monthly, quarterly, or a text such as every 6 weeks",
  );

const yearDay = /(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])/.source;
const expectedPause = "expected month and day twice, such as 07-15/08-31";
const pause = z
  .string()
  .regex(new RegExp(`^${yearDay}/${yearDay}$`), expectedPause)
  // A leap year has all days that there are.
  .refine((text) => text.split("/").every((day) => dayOf(2024, Number(day.slice(0, 2)), Number(day.slice(3))) !== null), expectedPause);

const group = z.strictObject({
  name: z.string().min(1),
  aliases: z.array(z.string()).optional(),
  /** How often it meets; else what its reports say counts, else what its meetings show. */
  meetings: cadence.optional(),
  /** How often it reports; else what its reports show counts. */
  reports: z.enum(["monthly", "quarterly", "semiannual", "annual"]).optional(),
  /** Times of each year in which it does not meet, such as 07-15/08-31. */
  pauses: z.array(pause).optional(),
});

export const writtenConfig = z.strictObject({
  title: z.string().min(1),
  /** Folder of the archive, relative to the config file. */
  archive: z.string().min(1),
  sources: z.array(z.discriminatedUnion("type", [exportSource, confluenceSource, youtubeSource])).min(1),
  groups: z.array(group).optional(),
  /** A list of changes that are known and need nobody, relative to this file; `acknowledged.yaml` beside it is read unasked. */
  acknowledged: z.string().min(1).optional(),
  /** The file of what was taken out for good, relative to this file; `redactions.yaml` beside it is read unasked. */
  redactions: z.string().min(1).optional(),
  privacy: z
    .strictObject({
      phones: handling.optional(),
      emails: handling.optional(),
      passcodes: handling.optional(),
      accountIds: z.enum(["keep"]).optional(),
      /** Domains whose e-mail addresses stay: mailing lists. Added to those known by shape (`lists.…`, `groups.io`). */
      keepEmailDomains: z.array(z.string()).optional(),
    })
    .optional(),
  asOf: day.optional(),
});
export type WrittenConfig = z.infer<typeof writtenConfig>;
