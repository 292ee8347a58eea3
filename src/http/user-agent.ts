/** Told to every server: operators who wonder can read what asks, and write to those who run it. */
export const userAgent = "Minutebook/0.1 (+https://www.npmjs.com/package/minutebook)";
