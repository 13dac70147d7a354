import {LiveRegion} from '../../src/ui/message/live-region.js';

/** What live regions are given to say, which is only recorded until `end`. */
export function recordAnnouncements(): {
  readonly said: readonly string[];
  readonly end: () => void;
} {
  const said: string[] = [];
  const {prototype} = LiveRegion;
  const own = Object.getOwnPropertyDescriptor(prototype, 'announce') ?? {};
  Object.defineProperty(prototype, 'announce', {...own, value: (text: string) => said.push(text)});
  return {said, end: () => void Object.defineProperty(prototype, 'announce', own)};
}
