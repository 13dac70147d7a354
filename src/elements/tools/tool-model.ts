import {entriesIn, isRaw, textIn} from '../../core/answers.js';
import {fold} from '../../ui/fold.js';
import {plainText, shownName} from '../../ui/safe.js';

/** What a tool does to what it works on. Anything else that a host gives is taken for `delete`, the one with the most care. */
export type ToolEffect = 'read' | 'write' | 'delete';

/** What an agent may do with a tool: use it, use it after a person said yes each time, or not use it. */
export type ToolPolicy = 'always' | 'ask' | 'off';

/** The policy of each tool, by its `name`. */
export type ToolPolicies = Readonly<Record<string, ToolPolicy>>;

/** A tool that an agent can use with an account. All texts are shown as text. */
export interface AgentTool {
  /** Identifies it; the key in `value`. Of several with one name the first is taken. */
  readonly name: string;
  /** What people read; without it the name. */
  readonly title?: string | undefined;
  /** What it does, in a sentence or two. At most 400 characters are shown. */
  readonly description?: string | undefined;
  /** Heading to list it under. Where no tool has one they are listed by their effects. */
  readonly group?: string | undefined;
  readonly effect: ToolEffect;
}

/** A tool that an agent asks to use. */
export interface ToolRequest {
  /** Name of the tool. */
  readonly name: string;
  /** What it asks for, `ask` unless told. A tool that deletes is never granted more than `ask`. */
  readonly policy?: 'always' | 'ask' | undefined;
  /** Why, in the agent's words. At most 400 characters are shown. */
  readonly reason?: string | undefined;
}

/** Change of the policy of one tool. */
export interface ToolChange {
  readonly name: string;
  readonly from: ToolPolicy;
  readonly to: ToolPolicy;
}

export const EFFECTS = ['read', 'write', 'delete'] as const satisfies readonly ToolEffect[];
export const POLICIES = ['always', 'ask', 'off'] as const satisfies readonly ToolPolicy[];

/** What holds before a person has decided: nothing is changed unseen, and nothing is deleted at all. */
const DEFAULTS: Readonly<Record<ToolEffect, ToolPolicy>> = {
  read: 'always',
  write: 'ask',
  delete: 'off',
};

/** Longest description or reason that is shown (UTF-16 units). */
const MAX_TEXT = 400;

/** A tool as it is shown. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly group: string;
  readonly effect: ToolEffect;
  /** What is searched, folded. */
  readonly text: string;
}

/** Tools under one heading; `effect` where that is the heading. */
export interface ToolGroup {
  readonly key: string;
  readonly name: string;
  readonly effect: ToolEffect | undefined;
  readonly tools: readonly Tool[];
}

/** A request as it is shown. */
export interface AskedTool {
  readonly name: string;
  readonly title: string;
  readonly reason: string;
  /** Absent where the account has no such tool. */
  readonly tool: Tool | undefined;
  /** What the tool gets when the request is granted. */
  readonly policy: ToolPolicy;
}

const isOneOf = <T extends string>(values: readonly T[], value: unknown): value is T =>
  values.some((one) => one === value);

const isPolicy = (value: unknown): value is ToolPolicy => isOneOf(POLICIES, value);

const trimmed = (text: unknown): string => plainText(textIn(text), MAX_TEXT).trim();

/** The tools of a list that may hold anything. */
export function readTools(list: unknown): readonly Tool[] {
  return entriesIn<AgentTool>(list, 'name').map((raw) => {
    const {name, effect} = raw;
    const tool = {
      name,
      title: shownName(textIn(raw.title), shownName(name, '—')),
      description: trimmed(raw.description),
      group: shownName(textIn(raw.group), ''),
      effect: isOneOf(EFFECTS, effect) ? effect : 'delete',
    };
    const text = fold(`${tool.title}\n${name}\n${tool.description}\n${tool.group}`);
    return Object.freeze({...tool, text});
  });
}

/** Saved policies, without what is none; undefined where nothing was saved. */
export function readPolicies(value: unknown): ReadonlyMap<string, ToolPolicy> | undefined {
  if (!isRaw(value)) return undefined;
  return new Map(
    Object.entries(value).flatMap(([name, one]) => (isPolicy(one) ? [[name, one]] : [])),
  );
}

/**
 * The policy of every tool. One that was not there when the others were decided never begins with more than `ask`: a provider may add
 * what nobody has looked at.
 */
export function policiesOf(
  tools: readonly Tool[],
  saved: ReadonlyMap<string, ToolPolicy> | undefined,
  defaults: unknown,
): ReadonlyMap<string, ToolPolicy> {
  const policies = new Map<string, ToolPolicy>();
  for (const {name, effect} of tools) {
    const given = isRaw(defaults) ? defaults[effect] : undefined;
    const usual = isPolicy(given) ? given : DEFAULTS[effect];
    policies.set(name, saved?.get(name) ?? (saved && usual === 'always' ? 'ask' : usual));
  }
  // Of tools that are not offered now, and may be again.
  for (const [name, policy] of saved ?? []) if (!policies.has(name)) policies.set(name, policy);
  return policies;
}

/** Tools by heading, in the order of the first of each; by effect where the host has no headings. Those without one come last. */
export function groupTools(tools: readonly Tool[]): readonly ToolGroup[] {
  const isByEffect = tools.every(({group}) => group === '');
  const keys = isByEffect ? EFFECTS : [...new Set(tools.map(({group}) => group))];
  const last = (key: string): number => (key === '' ? 1 : 0);
  return keys
    .toSorted((one, other) => (isByEffect ? 0 : last(one) - last(other)))
    .map((key) => ({
      key,
      name: isByEffect ? '' : key,
      effect: isByEffect ? EFFECTS.find((effect) => effect === key) : undefined,
      tools: tools.filter(({group, effect}) => (isByEffect ? effect : group) === key),
    }))
    .filter((group) => group.tools.length > 0);
}

/** Those that have every word of a search. */
export function searchTools(tools: readonly Tool[], query: string): readonly Tool[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return words.length === 0
    ? tools
    : tools.filter(({text}) => words.every((word) => text.includes(word)));
}

/** How many tools have each policy. */
export function countPolicies(
  tools: readonly Tool[],
  policies: ReadonlyMap<string, ToolPolicy>,
): Readonly<Record<ToolPolicy, number>> {
  const counts = {always: 0, ask: 0, off: 0};
  for (const {name} of tools) counts[policies.get(name) ?? 'off'] += 1;
  return counts;
}

/** The policy that all of some tools have. */
export function commonPolicy(
  tools: readonly Tool[],
  policies: ReadonlyMap<string, ToolPolicy>,
): ToolPolicy | undefined {
  const counts = countPolicies(tools, policies);
  return POLICIES.find((policy) => tools.length > 0 && counts[policy] === tools.length);
}

/** What an agent asks for, with what it would get: never less than it has, and to delete something only after asking. */
export function readRequests(
  requested: unknown,
  tools: readonly Tool[],
  policies: ReadonlyMap<string, ToolPolicy>,
): readonly AskedTool[] {
  return entriesIn<ToolRequest>(requested, 'name').map(({name, policy, reason}) => {
    const tool = tools.find((one) => one.name === name);
    const has = policies.get(name);
    const isAlways = has === 'always' || (policy === 'always' && tool?.effect !== 'delete');
    return {
      name,
      title: tool?.title ?? shownName(name, '—'),
      reason: trimmed(reason),
      tool,
      policy: isAlways ? 'always' : 'ask',
    };
  });
}
