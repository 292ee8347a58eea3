interface Stop {
  readonly signal: AbortSignal;
  /** Leaves signals to whoever listened before. */
  end(): void;
}

/** A run that does not end by itself is ended: what it wrote is whole at any moment. */
const longestMs = 4000;
const signals = ["SIGINT", "SIGTERM"] as const;

/** The first signal asks a run to stop, the second one and a few seconds end the process. */
export function stopOnSignals(say: (message: string) => void): Stop {
  const stopping = new AbortController();
  const onSignal = (name: NodeJS.Signals): void => {
    if (stopping.signal.aborted) process.exit(1);
    say(`${name}: stopping; what was fetched is kept for the next run`);
    stopping.abort();
    setTimeout(() => process.exit(1), longestMs).unref();
  };
  for (const name of signals) process.on(name, onSignal);
  return {
    signal: stopping.signal,
    end: () => {
      for (const name of signals) process.off(name, onSignal);
    },
  };
}
