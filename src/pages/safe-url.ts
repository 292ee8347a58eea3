/** Schemes that do nothing but lead somewhere. */
const safeSchemes = new Set(
  "http https mailto ftp ftps sftp irc ircs xmpp matrix git ssh svn tel sip sips callto skype webcal zoommtg msteams slack news nntp".split(
    " ",
  ),
);

/** A URL that may stand in an archive and on a page, or null: no `javascript:`, `data:` and the like. */
export function safeUrl(url: string): string | null {
  // Browsers ignore control characters and blanks in front of and within a scheme.
  const bare = Array.from(url)
    .filter((letter) => letter > " ")
    .join("");
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase();
  return scheme === undefined || safeSchemes.has(scheme) ? url.trim() : null;
}
