import type { YoutubeSourceConfig } from "../../config/index.ts";
import { ConfigError } from "../../errors.ts";
import { playlistIdForm } from "../../pages/raw-video.ts";
import type { Wanted } from "./types.ts";

const channelId = /^UC[A-Za-z0-9_-]{22}$/;

/**
 * The playlist that an id or an address names: `PL…`, `https://www.youtube.com/playlist?list=PL…`, `…/watch?v=…&list=PL…`.
 * @throws ConfigError for anything else
 */
function playlistWanted(text: string): Wanted {
  const written = text.trim();
  const id = URL.canParse(written) ? new URL(written).searchParams.get("list") : written;
  if (id !== null && playlistIdForm.test(id)) return { kind: "playlist", id };
  throw new ConfigError(
    `${JSON.stringify(text)} names no playlist: expected its id, or its address such as https://www.youtube.com/playlist?list=PL…`,
  );
}

/**
 * The channel that a handle, an id or an address names: `@dunes`, `UC…`, `https://www.youtube.com/@dunes/videos`, `…/channel/UC…`, `…/user/dunes`.
 * @throws ConfigError for anything else; custom addresses (`/c/…`) can only be searched for, which costs 100 units and may find another
 */
function channelWanted(text: string): Wanted {
  const written = text.trim();
  const path = URL.canParse(written) ? decoded(new URL(written).pathname) : written;
  const [first = "", second = ""] = path.replace(/^\//, "").split("/");
  if (first === "channel" && channelId.test(second)) return { kind: "channel", by: "id", name: second };
  if (first === "user" && second !== "") return { kind: "channel", by: "user", name: second };
  if (channelId.test(first)) return { kind: "channel", by: "id", name: first };
  if (/^@[^\s/]{2,60}$/u.test(first)) return { kind: "channel", by: "handle", name: first };
  throw new ConfigError(
    `${JSON.stringify(text)} names no channel: expected its handle such as "@dunes", its id (UC and 22 characters), or an address with one of them`,
  );
}

/** @throws ConfigError where the configuration names no playlist or channel that can be read */
export function wantedOf({ playlist, channel }: Pick<YoutubeSourceConfig, "playlist" | "channel">): Wanted {
  return playlist === null ? channelWanted(channel ?? "") : playlistWanted(playlist);
}

/** Empty for what is no encoding: then it names nothing. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "";
  }
}
