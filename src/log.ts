import type { Logger } from "pino";

/** A log of what happens, apart from the result: one JSON object a line, or one plain line. */
export interface Log {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

interface Sink {
  write(text: string): unknown;
}

export async function createLog(form: "text" | "json", sink: Sink): Promise<Log> {
  if (form === "text") return textLog(sink);
  const { pino } = await import("pino");
  return jsonLog(pino({ base: null }, { write: (line: string) => void sink.write(line) }));
}

function textLog(sink: Sink): Log {
  const line = (mark: string) => (message: string) => void sink.write(`${mark}${message}\n`);
  return { info: line(""), warn: line("warning: "), error: line("error: ") };
}

function jsonLog(logger: Logger): Log {
  return {
    info: (message, fields) => logger.info({ ...fields }, message),
    warn: (message, fields) => logger.warn({ ...fields }, message),
    error: (message, fields) => logger.error({ ...fields }, message),
  };
}
