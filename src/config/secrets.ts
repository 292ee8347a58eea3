import { ConfigError } from "../errors.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** `${NAME}` in a configuration stands for a variable of the environment, so that no secret stands in a file. */
export class ConfigSecrets {
  readonly #environment: Environment;
  readonly #missing = new Set<string>();

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** The text with its variables filled in. Those that are not set are remembered for `refuseMissing`. */
  valueOf(text: string): string {
    return text.replace(/\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g, (_, name: string) => {
      const value = this.#environment[name]?.trim() ?? "";
      if (value === "") this.#missing.add(name);
      return value;
    });
  }

  /** @throws ConfigError that names every variable that the configuration asks for and nobody set */
  refuseMissing(file: string): void {
    if (this.#missing.size === 0) return;
    const names = [...this.#missing];
    throw new ConfigError(
      `${file} takes its secrets from the environment, and ${names.join(", ")} ${names.length === 1 ? "is" : "are"} not set: set ${names.length === 1 ? "it" : "them"}, or leave what asks for ${names.length === 1 ? "it" : "them"} out of the source to read as anybody may`,
      { file },
    );
  }
}
