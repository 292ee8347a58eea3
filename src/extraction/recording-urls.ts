import type { Platform } from "../records/index.ts";

export interface RecordingUrl {
  readonly platform: Platform;
  /** Video id, `attachments/<pageId>/<file name>`, or the URL without query. */
  readonly key: string;
  readonly url: string;
}

const mediaFile = /\.(?:mp4|m4v|m4a|mov|webm|avi|mkv|wmv|mp3|wav|ogg|m3u8?)$/i;

export function isMediaFile(name: string): boolean {
  return mediaFile.test(name);
}

/** Pages that hold one video, by host. Channels and collections of the same hosts have other paths. */
const videoPage =
  /^https?:\/\/(?:[\w-]+\.)*(?:loom\.com\/share\/|bilibili\.com\/video\/|v\.qq\.com\/x\/(?:page|cover)\/|youku\.com\/v_show\/|ixigua\.com\/\d|dailymotion\.com\/video\/|twitch\.tv\/videos\/|rumble\.com\/v|odysee\.com\/@[^/]+\/|awesomescreenshot\.com\/video\/|screencast\.com\/|vidyard\.com\/watch\/|wistia\.com\/medias\/)./i;

/**
 * What recording a URL leads to, or null. YouTube in all its forms (`watch?v=`, `youtu.be/`, `/live/`, `/embed/`, `/shorts/`, `-nocookie`),
 * Zoom cloud recordings, media files attached to a page, Vimeo; a Drive file says nothing of its kind, so it counts only where
 * the page speaks of a recording (`inContext`). Playlists and channels are no recordings.
 */
export function classifyRecording(href: string, inContext: boolean): RecordingUrl | null {
  return classify(href, inContext) ?? (redirected.test(href) ? classify(decoded(redirected.exec(href)?.[1] ?? ""), inContext) : null);
}

/** What mail and networks put around a link: `…/safety/go?url=https%3A%2F%2F…`. */
const redirected = /[?&](?:url|u|q|to|target)=(https?(?:%3A|:)[^&#]{8,2000})/i;

function classify(href: string, inContext: boolean): RecordingUrl | null {
  const video = youtubeId(href);
  if (video !== null) return { platform: "youtube", key: video, url: `https://www.youtube.com/watch?v=${video}` };
  const file =
    /(?:^|\/)attachments\/(?:thumbnails\/)?(\d+)\/([^/?#]+)/.exec(href) ??
    /[?&]preview=(?:%2F|\/)(\d+)(?:%2F|\/)(?:\d+(?:%2F|\/))?([^&#]+)/i.exec(href);
  if (file) {
    const name = decoded(file[2] ?? "");
    return mediaFile.test(name) ? { platform: "confluence", key: `attachments/${file[1]}/${name}`, url: href } : null;
  }
  // The file of a page that is named by its title: which id it has, its own page tells.
  const named = /(?:^|\/)display\/[^/?#]+\/([^/?#]+)\?preview=([^/&#]+)$/.exec(href);
  if (named) {
    const name = decoded(named[2] ?? "");
    return mediaFile.test(name) ? { platform: "confluence", key: `attachments/${decoded(named[1] ?? "")}/${name}`, url: href } : null;
  }
  if (!/^https?:\/\//i.test(href)) return null;
  if (/^https?:\/\/(?:[\w-]+\.)*zoom\.us\/(?:rec|recording)\//i.test(href)) return { platform: "zoom", key: withoutQuery(href), url: href };
  const drive = driveAddress(href);
  if (drive !== null) return inContext ? { platform: "google-drive", key: drive, url: href } : null;
  if (/^https?:\/\/(?:player\.)?vimeo\.com\/(?:video\/)?\d{5,}/i.test(href))
    return { platform: "other", key: withoutQuery(href), url: href };
  const path = withoutQuery(href);
  if (videoPage.test(path)) return { platform: "other", key: path, url: href };
  if (mediaFile.test(path)) return { platform: "other", key: path, url: href };
  if (
    inContext &&
    /^https?:\/\/(?:[\w-]+\.)*(?:bluejeans\.com\/(?:playback|s\/)|[\w-]+\.sharepoint\.com\/:v:\/|archive\.org\/details\/|[\w.-]+\/(?:w|videos\/watch)\/[\w-]{16,}$|[\w.-]+\/meeting\/[^?#]+\/recording|webex\.com\/.*(?:recordingservice|ldr\.php)|dropbox\.com\/s\/.*\.(?:mp4|m4a)|meet\.jit\.si\/.*recording|bbb\.[\w.-]+\/playback)/i.test(
      href,
    )
  ) {
    return { platform: "other", key: path, url: href };
  }
  return null;
}

/** The address of a file or folder on Google Drive, without account number and query: `https://drive.google.com/file/d/<id>`. */
function driveAddress(href: string): string | null {
  const folder = /^https?:\/\/drive\.google\.com\/(?:[^?#]*?\/)?folders\/([\w-]{15,})/i.exec(href)?.[1];
  if (folder !== undefined) return `https://drive.google.com/drive/folders/${folder}`;
  const file =
    /^https?:\/\/(?:drive|docs)\.google\.com\/(?:[^?#]*?\/)?file\/(?:u\/\d+\/)?d\/([\w-]{15,})/i.exec(href)?.[1] ??
    /^https?:\/\/drive\.google\.com\/(?:open|uc)\?(?:[^#]*&)?id=([\w-]{15,})/i.exec(href)?.[1];
  return file === undefined ? null : `https://drive.google.com/file/d/${file}`;
}

/** The 11 characters of a YouTube video id, or null. Some pages print text right behind the id. */
export function youtubeId(href: string): string | null {
  const url = href.replaceAll("&amp;", "&");
  if (!/^(?:https?:)?\/\/(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com|youtu\.be)\//i.test(url)) return null;
  const found =
    /youtu\.be\/([\w-]{11})/i.exec(url) ?? /[?&](?:v|vi)=([\w-]{11})/.exec(url) ?? /\/(?:live|embed|shorts|v|vi)\/([\w-]{11})/.exec(url);
  const id = found?.[1];
  return id === undefined || id === "videoseries" ? null : id;
}

function withoutQuery(href: string): string {
  return href.split(/[?#]/)[0] ?? href;
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
