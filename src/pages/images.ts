import type { Element } from "domhandler";

/** An image as the model keeps it: text (an emoticon), a source with a description, or a part of the page that is not there. */
export type ReadImage =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "image"; readonly src: string; readonly alt: string }
  | { readonly kind: "lost"; readonly what: string }
  | { readonly kind: "decoration" };

/** Confluence shows these where it could not show the thing itself. */
const placeholders: Readonly<Record<string, string>> = {
  "unknown-macro": "macro unknown",
  "unknown-attachment": "attachment unknown",
  error: "macro unknown",
};

/** What an `img` means, by its class (HTML) or by the file that it shows (converted Markdown has no classes). */
export function readImage(element: Element): ReadImage {
  const { attribs } = element;
  const src = attribs.src ?? attribs["data-image-src"] ?? "";
  const alt = attribs["data-linked-resource-default-alias"] ?? attribs.alt ?? "";
  if (/(?:^|\s)emoticon/.test(attribs.class ?? "")) return { kind: "text", text: emojiOf(attribs) || alt };
  if (/(?:^|\/)images\/icons\/emoticons\//.test(src)) return alt === "" ? { kind: "decoration" } : { kind: "text", text: alt };
  const placeholder = /plugins\/servlet\/confluence\/placeholder\/([\w-]+)/.exec(src)?.[1];
  if (placeholder !== undefined) return { kind: "lost", what: placeholders[placeholder] ?? `placeholder ${placeholder}` };
  // Bullets, arrows and spinners; `null/…` is how Cloud prints a picture that it cannot find.
  if (src === "" || /^(?:\.{0,2}\/)*(?:images\/)?icons\/|^null\//.test(src)) return { kind: "decoration" };
  return { kind: "image", src, alt };
}

/**
 * Cloud gives emoji without a classic counterpart the picture and text of a blue star; the real one stands in `data-emoji-fallback`,
 * in exports of 2022 as the literal text `\uD83D\uDDD3`.
 */
function emojiOf(attribs: Readonly<Record<string, string>>): string {
  const fallback = (attribs["data-emoji-fallback"] ?? "").replace(/\\u([0-9A-Fa-f]{4})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return fallback.toWellFormed() || attribs["data-emoji-shortname"] || "";
}
