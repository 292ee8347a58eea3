import { type Document, isScalar, type LineCounter, visit } from "yaml";
import type { ConfigProblem } from "../errors.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

const variable = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** `${NAME}` in a configuration stands for a variable of the environment, so that no secret stands in a file. */
export function filledIn(text: string, environment: Environment): string {
  return text.replace(variable, (_, name: string) => setTo(name, environment));
}

function setTo(name: string, environment: Environment): string {
  return environment[name]?.trim() ?? "";
}

/** The variables that a configuration asks for and nobody set, in one problem where the first of them stands. */
export function unsetVariables(document: Document, lines: LineCounter, file: string, environment: Environment): ConfigProblem[] {
  const unset = new Map<string, number>();
  visit(document, {
    Scalar(_, node) {
      if (!isScalar(node) || typeof node.value !== "string") return;
      for (const [, name = ""] of node.value.matchAll(variable))
        if (setTo(name, environment) === "" && !unset.has(name)) unset.set(name, lines.linePos(node.range?.[0] ?? 0).line);
    },
  });
  if (unset.size === 0) return [];
  const names = [...unset.keys()];
  const [is, them] = names.length === 1 ? ["is", "it"] : ["are", "them"];
  const message = `secrets are taken from the environment, and ${names.join(", ")} ${is} not set: set ${them}, or leave what asks for ${them} out of the source to read as anybody may`;
  return [{ file, line: Math.min(...unset.values()), path: "(environment)", message }];
}
