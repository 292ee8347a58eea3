// What the stand-in's wiki holds, whatever interface shows it. All instants are UTC (`2024-03-05T09:15:30.000Z`) and come from whoever writes the test.

export type ContentType = "page" | "blogpost" | "folder";

/** `deleted` is purged: gone for good, though tests may still ask what it was. */
export type Status = "current" | "archived" | "trashed" | "deleted" | "draft";

export interface User {
  /** What Cloud calls people, and how this wiki refers to its users everywhere. */
  readonly accountId: string;
  /** What Data Center calls them. */
  readonly userKey: string;
  readonly username: string;
  displayName: string;
  /** Who is deactivated keeps a name; who is deleted is not told of any more. */
  state: "active" | "deactivated" | "deleted";
}

export interface Version {
  readonly number: number;
  readonly createdAt: string;
  readonly authorId: string;
  readonly message: string;
  readonly isMinor: boolean;
  readonly title: string;
  readonly storage: string;
}

export interface Attachment {
  /** `att123`. */
  readonly id: string;
  title: string;
  mediaType: string;
  bytes: Buffer;
  version: number;
  createdAt: string;
  authorId: string;
  comment: string;
}

export interface Comment {
  readonly id: string;
  readonly place: "footer" | "inline";
  /** The comment that it answers. */
  readonly parentId: string | null;
  readonly createdAt: string;
  readonly authorId: string;
  /** The words of the page that an inline one is about. */
  readonly selection: string | null;
  storage: string;
  version: number;
  changedAt: string;
  isResolved: boolean;
}

export interface Content {
  /** Digits; may pass 2³², as on Cloud. */
  readonly id: string;
  readonly type: ContentType;
  title: string;
  spaceKey: string;
  parentId: string | null;
  position: number;
  status: Status;
  readonly subtype: "live" | null;
  labels: string[];
  /** Not for the caller's eyes, nor is what stands below it. */
  isRestricted: boolean;
  /** Not yet in the index that CQL asks. */
  isUnindexed: boolean;
  /** From the first to the newest. */
  readonly versions: Version[];
  readonly createdAt: string;
  readonly authorId: string;
  readonly attachments: Attachment[];
  readonly comments: Comment[];
  /** The newest version as readers see it, or null to derive it from its storage. */
  view: string | null;
}

export interface Space {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly type: "global" | "personal";
  status: "current" | "archived";
  homepageId: string | null;
  readonly createdAt: string;
  readonly authorId: string;
}
