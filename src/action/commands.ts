// What the runner takes from the log for a command, and how text is kept from being one.
// Source: docs.github.com, "Workflow commands for GitHub Actions"; actions/toolkit, `packages/core/src/command.ts`.

export type CommandName = "add-mask" | "group" | "endgroup" | "error" | "warning" | "notice";

export function workflowCommand(name: CommandName, text = "", properties: Readonly<Record<string, string>> = {}): string {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(value)}`);
  return `::${name}${given.length > 0 ? ` ${given.join(",")}` : ""}::${escapedData(text)}\n`;
}

function escapedData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** A line of the log that no part of makes a command: neither `::name::` nor the older `##[name]`, nor a second line, nor a colour of a terminal. */
export function logLine(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/:(?=:)/g, ": ")
    .replace(/##\[/g, "## [");
  return `${line}\n`;
}

/** A value in a file of the runner. The delimiter is made anew each time, so that no value can end itself and begin another one. */
export function fileEntry(name: string, value: string, delimiter: string): string {
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
