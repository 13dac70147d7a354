/** Listeners and timers of the page that were added and not taken away while `run` ran. */
export async function leftovers(run: () => Promise<void>): Promise<readonly string[]> {
  const left = new Map<unknown, string>();
  const entries: {target: EventTarget; type: string; listener: unknown; key: object}[] = [];
  const undo: (() => void)[] = [];
  for (const [name, target] of [
    ['window', window],
    ['document', document],
  ] as const) {
    const add = target.addEventListener.bind(target);
    const remove = target.removeEventListener.bind(target);
    target.addEventListener = (
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: AddEventListenerOptions | boolean,
    ) => {
      const key = {};
      entries.push({target, type, listener, key});
      left.set(key, `${name} ${type}`);
      const signal = typeof options === 'object' ? options.signal : undefined;
      signal?.addEventListener('abort', () => left.delete(key));
      add(type, listener, options);
    };
    target.removeEventListener = (
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: EventListenerOptions | boolean,
    ) => {
      for (const one of entries)
        if (one.target === target && one.type === type && one.listener === listener)
          left.delete(one.key);
      remove(type, listener, options);
    };
    undo.push(() => {
      Reflect.deleteProperty(target, 'addEventListener');
      Reflect.deleteProperty(target, 'removeEventListener');
    });
  }
  const original = Object.getOwnPropertyDescriptors(window);
  const start = window.setTimeout.bind(window);
  const stop = window.clearTimeout.bind(window);
  window.setTimeout = ((task: () => void, delay?: number) => {
    const timer = start(() => {
      left.delete(timer);
      task();
    }, delay);
    left.set(timer, `timer of ${delay ?? 0} ms`);
    return timer;
  }) as typeof setTimeout;
  window.clearTimeout = ((timer?: number) => {
    left.delete(timer);
    stop(timer);
  }) as typeof clearTimeout;
  undo.push(() => {
    Object.defineProperties(window, {
      setTimeout: original.setTimeout,
      clearTimeout: original.clearTimeout,
    });
  });
  try {
    await run();
  } finally {
    for (const one of undo) one();
  }
  return [...left.values()];
}
