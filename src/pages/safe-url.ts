/** Schemes that do nothing but lead somewhere. */
const safeSchemes = new Set(
  "http https mailto ftp ftps sftp irc ircs xmpp matrix git ssh svn tel sip sips callto skype webcal zoommtg msteams slack news nntp".split(
    " ",
  ),
);

const unseen = /[\p{Cc}\s]/u;
const allUnseen = /[\p{Cc}\s]+/gu;

/** A step out of the folder, however it is written. */
const climbing = /(?:^|[/\\])(?:\.|%2e){2}(?:[/\\?#]|%2f|%5c|$)/i;

/**
 * A URL that may stand in an archive and on a page, or null: no `javascript:`, `data:` and the like, and no path that climbs out of the
 * export, which would lead to whatever lies beside the archive.
 */
export function safeUrl(url: string): string | null {
  // Browsers ignore control characters and blanks in front of and within a scheme.
  const bare = unseen.test(url) ? url.replace(allUnseen, "") : url;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase();
  if (scheme === undefined) return climbing.test(bare) ? null : url.trim();
  return safeSchemes.has(scheme) ? url.trim() : null;
}
