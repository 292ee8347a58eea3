/**
 * Endings that tell a host from a sentence or a file, where nothing else does. Of the two-letter ones only those that are no common word and no
 * ending of files; of the long ones those that people write addresses in.
 */
const longEndings = new Set(
  "com org net edu gov mil int info biz io dev app name pro tech cloud online foundation network systems solutions consulting academy email group coop museum aero".split(
    " ",
  ),
);
const countryEndings = new Set(
  "ac ae ai ar at au be bg br ca ch ch cl cn co cz de dk ee es eu fi fr gr hk hr hu id ie il in is it jp ke kr lt lu lv me mx my ng nl no nz pe ph pk pl pt ro rs ru se sg si sk th tr tv tw ua uk us uy vn za".split(
    " ",
  ),
);
/** Words of a sentence too: behind "dot" they end a host only where the sentence does not go on. */
const wordEndings = new Set([
  "at",
  "be",
  "in",
  "is",
  "it",
  "me",
  "my",
  "no",
  "us",
  "name",
  "pro",
  "group",
  "network",
  "email",
  "online",
  "info",
]);

export function isDomainEnding(label: string): boolean {
  return longEndings.has(label.toLowerCase()) || countryEndings.has(label.toLowerCase());
}

export function isLongDomainEnding(label: string): boolean {
  return longEndings.has(label.toLowerCase());
}

export function isWordEnding(label: string): boolean {
  return wordEndings.has(label.toLowerCase());
}
