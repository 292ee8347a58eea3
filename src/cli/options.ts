import { type Command, InvalidArgumentError, Option } from "commander";

// What options of commands look like, and what they refuse.

/** Of an option that may be given again. */
export function listed(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

export function spaceListed(value: string, before?: readonly string[]): readonly string[] {
  return listed(parseSpace(value), before);
}

export function common(command: Command): Command {
  return command
    .exitOverride()
    .option("--json", "print one JSON document on stdout")
    .addOption(new Option("--log <form>", "form of log lines on stderr").choices(["text", "json"]).default("text"));
}

/** Of commands that write an archive. */
export function running(command: Command): Command {
  return common(command).option(
    "--run-report <file>",
    "where to leave what the run did, as JSON (default: .minutebook/run.json in the archive)",
  );
}

export function parseDay(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(`${text}T00:00:00Z`)))
    throw new InvalidArgumentError("expected a day such as 2024-11-26");
  return text;
}

export function parseList(text: string): readonly string[] {
  return text.split(",").map((part) => part.trim());
}

export function parseCount(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError("expected a whole number");
  return Number(text);
}

export function parseSpace(text: string): string {
  if (!/^~?[A-Za-z0-9_-]+$/.test(text)) throw new InvalidArgumentError("expected a space key such as DUNE");
  return text;
}

export function parseUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:/i.test(text))
    throw new InvalidArgumentError("expected an address such as https://wiki.example.org/wiki");
  return text;
}
