/**
 * People paste invitations into preformatted blocks: 16 of the 5,000 wiki pages that this was read off hold one, with the passcode in its link.
 * Such a block is not code, whatever the markup says. It takes the words of an invitation, or a meeting's address with its passcode.
 */
const words =
  /\bjoin (?:zoom|webex|teams|microsoft teams|gotomeeting|the|our|this) meeting\b|\binviting you to a scheduled\b|\bone[- ]tap mobile\b|\bdial by your location\b|\bmeeting (?:id|number|passcode|password) ?[:：] ?[\d*]/i;
const meetingHost = /[/.](?:zoom\.us|zoom\.com|webex\.com|gotomeeting\.com|bluejeans\.com)\b/gi;
const passcodeParameter = /^[^\s"<>]*[?&;](?:pwd|password|passcode)=/i;

export function isInvitation(code: string): boolean {
  if (words.test(code)) return true;
  for (const match of code.matchAll(meetingHost)) {
    if (passcodeParameter.test(code.slice(match.index, match.index + 300))) return true;
  }
  return false;
}
