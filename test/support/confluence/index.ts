/**
 * A Confluence on the loopback interface, for tests, the demo and the bench. It behaves as the documentation and the threads of other readers say
 * that Cloud (REST v2 and what is left of v1), Data Center (REST v1) and public pages behave, with their traps.
 *
 *     const wiki = await spaceOfExport("config/sample/COASTSIG");
 *     const confluence = await startConfluence({ flavour: "cloud", wiki });
 *     … confluence.baseUrl … wiki.edit(id, storage, { authorId, at }) … confluence.requests …
 *     await confluence.close();
 */

export { spaceOfExport } from "./content/export-space.ts";
export { inventSpace } from "./content/invent-space.ts";
export type { Access } from "./http/access.ts";
export type { Flavour, Quirks } from "./site.ts";
export { type ConfluenceOptions, type FaultKind, type Faults, type Logged, type Loopback, startConfluence } from "./start.ts";
export type { Attachment, Comment, Content, Space, Status, User, Version } from "./state/types.ts";
export { type Edit, type NewContent, Wiki } from "./state/wiki.ts";
