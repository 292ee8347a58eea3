import type { Config } from "../config/index.ts";

/** What must not be read in a log: the secrets of a configuration, also in the form in which they are sent. */
export function secretsOf(config: Config): string[] {
  return config.sources.flatMap((source) => {
    if (source.type === "confluence") {
      const { auth } = source;
      if (auth.kind === "none") return [];
      return auth.kind === "bearer" ? [auth.secret] : [auth.secret, base64(`${auth.user}:${auth.secret}`)];
    }
    if (source.type === "youtube") {
      const { credentials } = source;
      if (credentials.kind === "none") return [];
      return credentials.kind === "key" ? [credentials.secret] : [credentials.clientSecret, credentials.refreshToken];
    }
    return [];
  });
}

export function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}
