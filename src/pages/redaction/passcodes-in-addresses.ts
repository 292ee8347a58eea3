import type { TextRange } from "./addresses.ts";

const parameterAt = /(?:^|[?&;#]|&amp;|%(?:25){0,2}(?:3F|26|3B|23))([\w.-]{1,40})(=|%(?:25){0,2}3D)/gi;
const secretParameter =
  /^(?:[\w.-]*[_.-])?(?:pwd|psw|pass|passwd|password|passcode|pin|hostkey|host_key|jwt|zak|tk|sig|signature|secret|jsessionid|phpsessid|sessionid|api_?key|auth|authkey|accesskey|awsaccesskeyid|googleaccessid|key-pair-id|credential)$|token$|pwd$|passcode$|password$/i;
/** Switches and placeholders, not secrets. */
const harmlessValue = /^(?:|true|false|yes|no|on|off|null|none|undefined|[01]|redacted|x{2,}|\.{2,}|\*+|your[_-].*|%7b.*|%3c.*|[{<$[].*)$/i;
/** `https://teams.microsoft.com/meet/<id>?p=<passcode>` */
const isTeamsMeeting = /\bteams\.(?:microsoft|live)\.com\/meet\//i;
const userInfoAt = /:\/\/[^\s/?#@:"'<>]{0,100}:([^\s/?#"'<>]{1,200})@/g;

/** Values of secret parameters and passwords before a host, also where the address is percent-encoded inside another one. */
export function findPasscodesInAddress(address: string): TextRange[] {
  const found: TextRange[] = [];
  for (const match of address.matchAll(userInfoAt)) {
    const [whole, value = ""] = match;
    const end = match.index + whole.length - 1;
    if (!harmlessValue.test(value)) found.push({ start: end - value.length, end });
  }
  if (!/=|%(?:25){0,2}3D/i.test(address)) return found;
  for (const match of address.matchAll(parameterAt)) {
    const [whole, name = "", equals = "="] = match;
    if (!secretParameter.test(name) && !(name === "p" && isTeamsMeeting.test(address))) continue;
    const start = match.index + whole.length;
    const end = endOfParameter(address, start, equals !== "=");
    if (start >= (found.at(-1)?.end ?? 0) && !harmlessValue.test(address.slice(start, end))) found.push({ start, end });
  }
  return found;
}

const afterValue = /[&#?\s"'<>;|\uFDD0-\uFDD4]/g;
const afterEncodedValue = /[&#?\s"'<>;|\uFDD0-\uFDD4]|%(?:25){0,2}(?:26|23|20|22|3B|0A|0D)/gi;

function endOfParameter(address: string, start: number, encoded: boolean): number {
  const stop = encoded ? afterEncodedValue : afterValue;
  stop.lastIndex = start;
  return stop.exec(address)?.index ?? address.length;
}
