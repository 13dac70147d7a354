import type {ConnectInput} from '../../src/core/sdk.js';
import type {Kind} from './inputs-types.js';

/** One input as the page shows it. */
export interface Specimen {
  readonly input: ConnectInput;
  readonly value?: unknown;
  readonly isDisabled?: true;
  /** Behaves as if the form had been sent. */
  readonly isChecked?: true;
  /** Stands in a portal that is not signed in yet. */
  readonly isWaiting?: true;
}

/** A state of inputs; undefined for kinds that are never in it. */
interface State {
  readonly title: string;
  readonly words: string;
  readonly make: (type: string, kind: Kind) => Specimen | undefined;
}

export const STATES: ReadonlyMap<string, State> = new Map<string, State>([
  [
    'plain',
    {
      title: 'Nothing saved',
      words: 'Optional, and empty.',
      make: (type, kind) => ({input: inputOf('plain', type, kind)}),
    },
  ],
  [
    'furnished',
    {
      title: 'All around it',
      words: 'Required mark, tooltip, subtitle, prefix, suffix, link to the documentation.',
      make: (type, kind) => ({
        input: inputOf('furnished', type, kind, {
          required: true,
          tooltip: 'Shown on every export. Press Escape to close this.',
          toolTipText: 'Shown on every export. Press Escape to close this.',
          subtitle: 'A second line that says more.',
          documentationLink: 'https://swatchbook.example/docs',
          documentationLinkLabel: 'How Swatchbook uses it',
          prefixLabel: 'swatch/',
          suffixLabel: '.ase',
        }),
        value: kind.saved,
      }),
    },
  ],
  [
    'saved',
    {
      title: 'Saved value',
      words: 'Somebody was here before.',
      make: (type, kind) => ({input: inputOf('saved', type, kind), value: kind.saved}),
    },
  ],
  [
    'missing',
    {
      title: 'Required, left out',
      words: 'As after an attempt to send the form.',
      make: (type, kind) =>
        kind.isNeverRequired
          ? undefined
          : {
              input: inputOf('missing', type, kind, {required: true, ...kind.missing}),
              isChecked: true,
            },
    },
  ],
  [
    'wrong',
    {
      title: 'Wrong value',
      words: 'What was entered cannot be right; it stays as it is.',
      make: (type, kind) =>
        kind.wrong === undefined
          ? undefined
          : {input: inputOf('wrong', type, kind), value: kind.wrong, isChecked: true},
    },
  ],
  [
    'disabled',
    {
      title: 'Disabled',
      words: 'Neither editable nor part of what the form sends.',
      make: (type, kind) => ({
        input: inputOf('disabled', type, kind),
        value: kind.saved,
        isDisabled: true,
      }),
    },
  ],
  [
    'readonly',
    {
      title: 'Read-only',
      words: 'To be read and sent, not to be changed.',
      make: (type, kind) =>
        kind.isNeverEditable
          ? undefined
          : {input: inputOf('readonly', type, kind, {readOnly: true}), value: kind.saved},
    },
  ],
  [
    'loading',
    {
      title: 'Loading',
      words:
        'The portal is not signed in yet, and a value is saved whose name only the list knows.',
      make: (type, kind) =>
        kind.isLoaded && {
          input: inputOf('loading', type, kind),
          value: kind.saved,
          isWaiting: true,
        },
    },
  ],
  [
    'empty',
    {
      title: 'Nothing to choose from',
      words: 'The list is there, and empty.',
      make: (type, kind) => kind.empty && {input: inputOf('empty', type, kind, kind.empty)},
    },
  ],
  [
    'failed',
    {
      title: 'List failed to load',
      words: 'What is saved is kept, and loading can be tried again.',
      make: (type, kind) =>
        kind.failing && {
          input: inputOf('failed', type, kind, kind.failing),
          value: kind.saved,
        },
    },
  ],
  [
    'gone',
    {
      title: 'Saved value is gone',
      words: 'The list has it no more. It is shown, marked and kept.',
      make: (type, kind) =>
        kind.gone && {input: inputOf('gone', type, kind, kind.gone.input), value: kind.gone.value},
    },
  ],
]);

function inputOf(
  state: string,
  type: string,
  kind: Kind,
  changes: Partial<ConnectInput> = {},
): ConnectInput {
  return {...kind.input, id: `${type}.${state}`, type, required: false, ...changes};
}
