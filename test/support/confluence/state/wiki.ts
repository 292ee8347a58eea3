import type { Attachment, Comment, Content, ContentType, Space, Status, User, Version } from "./types.ts";

export interface NewContent {
  readonly id?: string;
  readonly type?: ContentType;
  readonly space: string;
  readonly title: string;
  readonly parentId?: string | null;
  readonly storage?: string;
  readonly view?: string | null;
  readonly authorId: string;
  readonly at: string;
  readonly status?: Status;
  readonly subtype?: "live" | null;
  readonly labels?: readonly string[];
  readonly isRestricted?: boolean;
}

export interface Edit {
  readonly authorId: string;
  readonly at: string;
  readonly title?: string;
  readonly message?: string;
  readonly isMinor?: boolean;
}

/** A wiki in memory: spaces, contents, users, and everything that can happen to them. It has no clock: each change that is dated says when. */
export class Wiki {
  readonly spaces = new Map<string, Space>();
  readonly contents = new Map<string, Content>();
  readonly users = new Map<string, User>();
  /** Counts the changes, so that what was derived can be kept until the next one. */
  revision = 0;
  #nextId = 70_000_000;
  #nextPosition = 0;

  addSpace(space: Pick<Space, "key" | "name" | "createdAt" | "authorId"> & Partial<Space>): Space {
    const made: Space = { id: this.#newId(), description: "", type: "global", status: "current", homepageId: null, ...space };
    this.spaces.set(made.key, made);
    this.revision += 1;
    return made;
  }

  addUser(user: Pick<User, "accountId" | "displayName"> & Partial<User>): User {
    const number = String(this.users.size + 1).padStart(4, "0");
    const made: User = {
      userKey: `8ae5c1d5${number.padStart(24, "0")}`,
      username: `${user.displayName.toLowerCase().replace(/[^a-z]+/g, ".")}${number}`,
      state: "active",
      ...user,
    };
    this.users.set(made.accountId, made);
    this.revision += 1;
    return made;
  }

  /** Adds a page, or a blog post or folder where `type` says so. */
  addPage(page: NewContent): Content {
    const { authorId, at, title } = page;
    const version: Version = { number: 1, createdAt: at, authorId, message: "", isMinor: false, title, storage: page.storage ?? "" };
    const made: Content = {
      id: page.id ?? this.#newId(),
      type: page.type ?? "page",
      title,
      spaceKey: page.space,
      parentId: page.parentId ?? null,
      position: this.#nextPosition,
      status: page.status ?? "current",
      subtype: page.subtype ?? null,
      labels: [...(page.labels ?? [])],
      isRestricted: page.isRestricted ?? false,
      isUnindexed: false,
      versions: [version],
      createdAt: at,
      authorId,
      attachments: [],
      comments: [],
      view: page.view ?? null,
    };
    this.#nextPosition += 1;
    this.contents.set(made.id, made);
    const space = this.space(page.space);
    if (made.type === "page" && made.parentId === null) space.homepageId ??= made.id;
    this.revision += 1;
    return made;
  }

  /** A new version; its title is the old one unless the edit has another. */
  edit(id: string, storage: string, { authorId, at, title, message = "", isMinor = false }: Edit): Content {
    const content = this.#changed(id);
    content.title = title ?? content.title;
    content.versions.push({
      number: content.versions.length + 1,
      createdAt: at,
      authorId,
      message,
      isMinor,
      title: content.title,
      storage,
    });
    content.view = null;
    return content;
  }

  /** A new title is a new version with the old body. */
  rename(id: string, title: string, by: Omit<Edit, "title">): Content {
    const { view } = this.content(id);
    const content = this.edit(id, newestOf(this.content(id)).storage, { ...by, title });
    content.view = view;
    return content;
  }

  /** No new version: that is how Confluence moves, so the version alone tells nobody. */
  move(id: string, parentId: string | null): void {
    const content = this.#changed(id);
    content.parentId = parentId;
    content.position = this.#nextPosition;
    this.#nextPosition += 1;
  }

  /** What stands below comes along, and no version changes. */
  moveToSpace(id: string, spaceKey: string, parentId: string | null = null): void {
    for (const child of this.childrenOf(id)) this.moveToSpace(child.id, spaceKey, id);
    this.#changed(id).spaceKey = this.space(spaceKey).key;
    this.move(id, parentId);
  }

  label(id: string, ...labels: string[]): void {
    this.#changed(id).labels = labels;
  }

  archive(id: string): void {
    this.#changed(id).status = "archived";
  }

  trash(id: string): void {
    this.#changed(id).status = "trashed";
  }

  purge(id: string): void {
    this.#changed(id).status = "deleted";
  }

  /** Back from the archive or the trash. */
  restore(id: string): void {
    this.#changed(id).status = "current";
  }

  restrict(id: string, isRestricted = true): void {
    this.#changed(id).isRestricted = isRestricted;
  }

  /** CQL misses it until it is called with false, as while the index lags behind. */
  unindex(id: string, isUnindexed = true): void {
    this.#changed(id).isUnindexed = isUnindexed;
  }

  /** A file of the same name becomes its next version. */
  addAttachment(id: string, file: Pick<Attachment, "title" | "bytes" | "createdAt" | "authorId"> & Partial<Attachment>): Attachment {
    const content = this.#changed(id);
    const earlier = content.attachments.find(({ title }) => title === file.title);
    if (earlier) return Object.assign(earlier, { ...file, id: earlier.id, version: earlier.version + 1 });
    const made: Attachment = { id: `att${this.#newId()}`, mediaType: "application/octet-stream", version: 1, comment: "", ...file };
    content.attachments.push(made);
    return made;
  }

  addComment(id: string, comment: Pick<Comment, "createdAt" | "authorId" | "storage"> & Partial<Comment>): Comment {
    const made: Comment = {
      id: this.#newId(),
      place: "footer",
      parentId: null,
      selection: null,
      version: 1,
      changedAt: comment.createdAt,
      isResolved: false,
      ...comment,
    };
    this.#changed(id).comments.push(made);
    return made;
  }

  /** No version of the page changes. */
  editComment(id: string, commentId: string, change: Partial<Pick<Comment, "storage" | "changedAt" | "isResolved">>): void {
    const comment = this.#changed(id).comments.find((each) => each.id === commentId);
    if (!comment) throw new RangeError(`no comment ${commentId}`);
    Object.assign(comment, change, change.storage === undefined ? {} : { version: comment.version + 1 });
  }

  removeComment(id: string, commentId: string): void {
    const { comments } = this.#changed(id);
    comments.splice(0, comments.length, ...comments.filter((each) => each.id !== commentId));
  }

  renameUser(accountId: string, displayName: string): void {
    this.#user(accountId).displayName = displayName;
  }

  deactivateUser(accountId: string): void {
    this.#user(accountId).state = "deactivated";
  }

  deleteUser(accountId: string): void {
    this.#user(accountId).state = "deleted";
  }

  space(key: string): Space {
    const found = this.spaces.get(key);
    if (!found) throw new RangeError(`no space ${key}`);
    return found;
  }

  content(id: string): Content {
    const found = this.contents.get(id);
    if (!found) throw new RangeError(`no content ${id}`);
    return found;
  }

  /** In the order in which the page tree shows them. */
  childrenOf(id: string): Content[] {
    return [...this.contents.values()].filter(({ parentId }) => parentId === id).sort((a, b) => a.position - b.position);
  }

  /** From the root down to the parent. */
  ancestorsOf(content: Content): Content[] {
    const found: Content[] = [];
    let at = content.parentId === null ? undefined : this.contents.get(content.parentId);
    for (; at; at = at.parentId === null ? undefined : this.contents.get(at.parentId)) found.unshift(at);
    return found;
  }

  /** Whether the caller may know of it: restrictions are inherited. */
  isHidden(content: Content): boolean {
    return content.isRestricted || this.ancestorsOf(content).some(({ isRestricted }) => isRestricted);
  }

  #changed(id: string): Content {
    this.revision += 1;
    return this.content(id);
  }

  #user(accountId: string): User {
    const found = this.users.get(accountId);
    if (!found) throw new RangeError(`no user ${accountId}`);
    this.revision += 1;
    return found;
  }

  #newId(): string {
    for (;;) {
      this.#nextId += 7;
      const id = String(this.#nextId);
      if (!this.contents.has(id)) return id;
    }
  }
}

export function newestOf(content: Content): Version {
  return content.versions.at(-1) as Version;
}
