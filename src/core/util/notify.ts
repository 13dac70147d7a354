/** Adds a listener; returns its removal. */
export function listen<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Calls every listener. One that throws stops neither the others nor the caller, which may be the SDK: it would report the
 * exception as a failure of its own. The page hears of it as of any uncaught error.
 */
export function notify<Arguments extends readonly unknown[]>(
  listeners: Iterable<(...values: Arguments) => void>,
  ...values: Arguments
): void {
  for (const listener of [...listeners]) {
    try {
      listener(...values);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }
}
