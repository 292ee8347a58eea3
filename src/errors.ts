// Errors are named by what they mean for the run. Each message says what was expected, what came and what to do.

export interface ErrorDetails {
  readonly cause?: unknown;
  /** The file, page or key that the error is about. */
  readonly file?: string;
}

export class MinutebookError extends Error {
  readonly file: string | undefined;
  constructor(message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.file = details.file;
  }
}

/** What was given cannot be read. About one file: it is set aside and named; about all of the input: the run ends with exit code 2. */
export class InputError extends MinutebookError {}

/** One thing that is wrong in a configuration. */
export interface ConfigProblem {
  readonly file: string;
  readonly line: number;
  /** Where it stands in the file's structure, `sources.0.type`. */
  readonly path: string;
  readonly message: string;
}

/** The command line or the configuration is wrong: nothing was done. Exit code 2. */
export class ConfigError extends MinutebookError {
  /** All that is wrong with a configuration, in the order of its lines; empty where something else is wrong. */
  readonly problems: readonly ConfigProblem[];
  constructor(message: string, details: ErrorDetails & { readonly problems?: readonly ConfigProblem[] } = {}) {
    super(message, details);
    this.problems = details.problems ?? [];
  }
}

/** The archive on disk is not what was written: `minutebook check` tells more. */
export class ArchiveError extends MinutebookError {}

/** What a source said instead of an answer: `refused` (credentials, permission), `absent`, `broken` (it, or the way to it), `spent` (our own budget). */
export type SourceFault = "refused" | "absent" | "broken" | "spent";

/** A live source could not be read. The archive stays as it is. */
export class SourceError extends MinutebookError {
  readonly fault: SourceFault;
  readonly status: number | null;
  constructor(fault: SourceFault, message: string, details: ErrorDetails & { readonly status?: number }) {
    super(message, details);
    this.fault = fault;
    this.status = details.status ?? null;
  }
}

/** More pages vanished from a source than one run may take for granted: nothing of it is used until somebody looked. Exit code 3. */
export class RemovalsHeldError extends MinutebookError {}

/** The archive is written and whole; the repository or its issues did not take what was found. */
export class DeliveryError extends MinutebookError {}

/** Somebody stopped the run before it had written anything: the archive stays as it was, and the next run goes on. */
export class InterruptedError extends MinutebookError {}

/** A record that we made does not fit its schema: a bug of ours, nothing was written. */
export class RecordInvalidError extends MinutebookError {}

/** Cannot happen; please report it. */
export class InternalError extends MinutebookError {
  constructor(message: string, details: ErrorDetails = {}) {
    super(`${message} (this is a bug in minutebook: please report it with the command you ran)`, details);
  }
}

/** The message of anything that was thrown, on one line. */
export function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ").trim();
}
