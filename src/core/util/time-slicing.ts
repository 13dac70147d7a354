/** Long work in small steps, so that whoever does it can let other things happen in between. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** How long work may keep everything else waiting, in ms: half a frame, the other half is for what is rendered. */
const SLICE = 8;

/** Does all of it now. */
export function finish<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/**
 * Does now what fits into half a frame, and the rest in as many slices as it takes.
 * @param onDone gets the result, before this returns if there was little to do
 * @returns stops it; undefined if it is done
 */
export function inSlices<T>(
  steps: Steps<T>,
  onDone: (result: T) => void,
): (() => void) | undefined {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const work = (): boolean => {
    const end = performance.now() + SLICE;
    let step = steps.next();
    while (!step.done && performance.now() < end) step = steps.next();
    if (step.done) onDone(step.value);
    else timer = setTimeout(work);
    return step.done === true;
  };
  return work() ? undefined : () => clearTimeout(timer);
}
