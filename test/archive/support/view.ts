import { openArchive } from "../../../src/archive/index.ts";
import { collections } from "../../../src/records/index.ts";

/** Everything that a reader tells about an archive, as one comparable value. */
export async function viewOf(dir: string): Promise<unknown> {
  const reader = await openArchive(dir);
  const view: unknown[] = [reader.root()];
  for (const collection of collections) {
    view.push(await reader.index(collection));
    for await (const record of reader.records(collection)) view.push(record);
  }
  for await (const { space, pageId } of reader.rawPages()) {
    const envelope = await reader.rawEnvelope(space, pageId);
    view.push(envelope, envelope === null ? null : await reader.rawBody(space, pageId, envelope.form));
  }
  for (const id of ["people/deo-achterberg", "courses/orchard-academy/pruning-basics"]) view.push([id, await reader.read(id)]);
  view.push(await reader.text("state/wiki.json"));
  return view;
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
