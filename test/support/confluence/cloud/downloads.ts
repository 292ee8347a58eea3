import { type Asked, file, type Given, html, json, type Route, redirect } from "../../http/exchange.ts";
import type { Site } from "../site.ts";
import type { Attachment, Content } from "../state/types.ts";
import { contentOf, notFound } from "./pages.ts";

/** The two ways to the bytes of a file. Both end at the media service, which knows the reader by the address alone. */
export function downloadRoutes(site: Site): readonly Route[] {
  return [
    [
      "GET",
      /^\/rest\/api\/content\/(\d+)\/child\/attachment\/(att\d+)\/download$/,
      (_, id = "", attachment = "") => download(site, id, attachment),
    ],
    ["GET", /^\/download\/attachments\/(\d+)\/([^/]+)$/, (asked, id = "", name = "") => downloadByName(site, asked, id, name)],
  ];
}

/** The media service, on its own host: whoever brings credentials there is turned away, as by a signed address of S3. */
export function mediaAnswer(site: Site, asked: Asked): Given {
  if (asked.headers.authorization !== undefined) return json({ error: "Only one auth mechanism allowed" }, 400);
  const id = /^\/media\/file\/(att\d+)\/binary$/.exec(asked.path)?.[1];
  if (asked.query.get("token") !== `signed-${id}`) return json({ error: "Forbidden" }, 403);
  for (const content of site.wiki.contents.values()) {
    const found = content.attachments.find((attachment) => attachment.id === id);
    if (found) return file(found.bytes, found.mediaType);
  }
  return json({ error: "Not Found" }, 404);
}

function download(site: Site, id: string, attachmentId: string): Given {
  const content = contentOf(site, id, null);
  return bytesOf(
    site,
    content.attachments.find((attachment) => attachment.id === attachmentId),
    content,
  );
}

/** An address that was put together from the name alone is answered 404, although the file is there. */
function downloadByName(site: Site, asked: Asked, id: string, name: string): Given {
  const content = contentOf(site, id, null);
  const isWhole = ["version", "modificationDate", "cacheVersion"].every((parameter) => asked.query.has(parameter));
  if (!isWhole) return html("<html><head><title>Page Not Found</title></head><body></body></html>", 404);
  return bytesOf(
    site,
    content.attachments.find(({ title }) => title === name),
    content,
  );
}

function bytesOf(site: Site, attachment: Attachment | undefined, content: Content): Given {
  if (attachment === undefined || content.status === "trashed") throw notFound();
  const host = site.quirks.downloadsElsewhere === false ? site.origin : site.origin.replace("127.0.0.1", "localhost");
  return redirect(`${host}/media/file/${attachment.id}/binary?token=signed-${attachment.id}`);
}
