/** How a source says who it is; nothing of it reaches a log, an error or a file. */
export type Credentials =
  | { readonly kind: "none" }
  | { readonly kind: "basic"; readonly user: string; readonly secret: string }
  | { readonly kind: "bearer"; readonly secret: string }
  /** A key in a header of its own, as Google takes it: in an address it would reach logs. */
  | { readonly kind: "key"; readonly header: string; readonly secret: string }
  /** A token that runs out: asked for at each request. */
  | { readonly kind: "renewed"; readonly token: () => Promise<string> };

export async function authorizationOf(credentials: Credentials): Promise<Record<string, string>> {
  switch (credentials.kind) {
    case "none":
      return {};
    case "basic":
      return { Authorization: `Basic ${Buffer.from(`${credentials.user}:${credentials.secret}`).toString("base64")}` };
    case "bearer":
      return { Authorization: `Bearer ${credentials.secret}` };
    case "key":
      return { [credentials.header]: credentials.secret };
    case "renewed":
      return { Authorization: `Bearer ${await credentials.token()}` };
  }
}

/** A text without the secret, should a library have put it there. */
export function withoutSecret(text: string, credentials: Credentials): string {
  return "secret" in credentials && credentials.secret !== "" ? text.replaceAll(credentials.secret, "***") : text;
}
