import type {PgError} from '../errors.js';
import type {NestedField, OptionEntry} from './option-types.js';

interface OptionList {
  /** What is shown. While pending, and after a failure, it may still answer the question before. */
  readonly entries: readonly OptionEntry[];
  readonly nested: readonly NestedField[];
  /** There is a next page. */
  readonly hasMore: boolean;
  /** What was searched for last; while pending `entries` may not match it yet. */
  readonly search: string;
  /** Grows when the list is replaced, not when it is continued: a reader starts again at its top. */
  readonly generation: number;
}

/** Whether a load is for the start of a list or continues it. */
export type OptionStep = 'first' | 'next';

/** What an input shows of its choices. */
export type OptionState = OptionList &
  (
    | {
        readonly status: 'initial';
        /** Key of the parameter that has to be chosen first. */
        readonly waitingFor?: string;
      }
    | {readonly status: 'pending'; readonly step: OptionStep}
    | {readonly status: 'complete'}
    | {
        readonly status: 'error';
        readonly step: OptionStep;
        readonly error: PgError;
        readonly retry: () => void;
      }
  );

/** The part of a state that tells of the load. */
export type OptionProgress = OptionState extends infer S
  ? S extends OptionState
    ? Omit<S, keyof OptionList>
    : never
  : never;

/** The state before anything was asked. */
export const INITIAL_STATE: OptionState = {
  status: 'initial',
  entries: [],
  nested: [],
  hasMore: false,
  search: '',
  generation: 0,
};
