import { readdir, realpath } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { ConfigError, messageOf } from "../errors.ts";
import { codeOf, isFile } from "./disk.ts";
import { readJournal } from "./journal.ts";
import { rootPath } from "./paths.ts";

/** What a repository holds before its first archive does, a configuration among it. */
const beside = /^\.|\.ya?ml$|^(?:readme|licen[cs]e|copying|notice|contributing|security|code_of_conduct|cname)(?:\.\w+)?$/i;
const mostNamed = 3;

/**
 * Holds that an archive may be made or continued in `dir`: that it is one, is empty or not there, or has nothing but what a new repository has.
 * A run that was killed while it put its first files into place has left a journal.
 * @throws ConfigError for a file, and for a folder that holds something else
 */
export async function assertPlaceForArchive(dir: string): Promise<void> {
  const names = await namesIn(dir);
  const foreign = names.filter((name) => !beside.test(name)).sort();
  if (names.includes(rootPath) || foreign.length === 0 || (await readJournal(dir)) !== null) return;
  const more = foreign.length > mostNamed ? ` and ${foreign.length - mostNamed} more` : "";
  throw new ConfigError(
    `${dir} is no archive (no ${rootPath}) and holds other things (${foreign.slice(0, mostNamed).join(", ")}${more}): expected an archive, or a folder ` +
      `that is empty but for README, LICENSE, YAML and dot files; name another folder, such as --archive ${join(dir, "archive")}`,
    { file: dir },
  );
}

/** Whether an archive is there already. */
export async function isArchive(dir: string): Promise<boolean> {
  return isFile(join(dir, rootPath));
}

async function namesIn(dir: string): Promise<string[]> {
  try {
    return await readdir(dir);
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return [];
    if (codeOf(cause) !== "ENOTDIR")
      throw new ConfigError(`the folder of the archive cannot be read: ${messageOf(cause)}; check its permissions`, { cause, file: dir });
    throw new ConfigError(`${dir} is a file: expected the folder of an archive; name another one after --archive`, { cause, file: dir });
  }
}

/**
 * Holds that what is read and the archive do not lie in each other: the next run would read what this one wrote, or overwrite what it reads.
 * @throws ConfigError naming both
 */
export async function assertApart(dir: string, source: string): Promise<void> {
  const archive = await realPlace(dir);
  const read = await realPlace(source);
  const how =
    archive === read
      ? `the export and the archive are both ${dir}`
      : isBelow(archive, read)
        ? `the archive ${dir} lies within the export ${source}`
        : isBelow(read, archive)
          ? `the export ${source} lies within the archive ${dir}`
          : null;
  if (how === null) return;
  throw new ConfigError(
    `${how}: expected two places apart, or the next run would read what this one writes; name another folder after --archive, or give the folder ` +
      "of the export alone",
    { file: dir },
  );
}

/**
 * What is made of an archive lies apart from it.
 * @throws ConfigError where one lies within the other
 */
export async function assertOutside(out: string, archive: string): Promise<void> {
  const [made, of] = [await realPlace(out), await realPlace(archive)];
  if (made !== of && !isBelow(made, of) && !isBelow(of, made)) return;
  throw new ConfigError(`${out} and the archive ${archive} lie within one another: expected a folder of its own after --out`, {
    file: out,
  });
}

function isBelow(inner: string, outer: string): boolean {
  return inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}

/** The path without links, also of what is not there yet. */
async function realPlace(path: string): Promise<string> {
  const whole = resolve(path);
  try {
    return await realpath(whole);
  } catch {
    const parent = dirname(whole);
    return parent === whole ? whole : join(await realPlace(parent), basename(whole));
  }
}
