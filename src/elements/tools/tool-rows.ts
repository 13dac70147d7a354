import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {tools} from '../../i18n/en/tools.js';
import type {Localizer} from '../../i18n/localize.js';
import {chevronDownIcon} from '../../ui/icons.js';
import {policyChoice} from './policy-choice.js';
import {
  commonPolicy,
  countPolicies,
  POLICIES,
  type Tool,
  type ToolGroup,
  type ToolPolicy,
} from './tool-model.js';

/** More rows than a screen has room for. */
const LONG = 40;

const COUNTS = {always: 'countAlways', ask: 'countAsk', off: 'countOff'} as const;

/** What the rows of all groups have in common. */
export interface RowsOptions {
  readonly words: Localizer<typeof tools>;
  readonly policies: ReadonlyMap<string, ToolPolicy>;
  readonly disabled: boolean;
  readonly readonly: boolean;
  readonly isFresh: (tool: Tool) => boolean;
  /** A number of each tool, for ids. */
  readonly numberOf: (tool: Tool) => number;
  readonly onChoose: (tools: readonly Tool[], policy: ToolPolicy) => void;
}

/** How many tools have which policy, in words: "12 on, 3 ask first". */
export function summaryOf(
  list: readonly Tool[],
  policies: ReadonlyMap<string, ToolPolicy>,
  words: Localizer<typeof tools>,
): string {
  const counts = countPolicies(list, policies);
  const parts = POLICIES.filter((policy) => counts[policy] > 0).map((policy) =>
    words.term(COUNTS[policy], counts[policy]),
  );
  const style = {style: 'short', type: 'unit'} as const;
  return new Intl.ListFormat(words.languageOf('countAlways'), style).format(parts);
}

interface GroupOptions {
  readonly number: number;
  readonly isOpen: boolean;
  /** Whether it has a heading at all, and is one of several. */
  readonly hasHeading: boolean;
  readonly onToggle: () => void;
}

/** The tools under one heading, with one choice for all of them. */
export function toolGroup(
  group: ToolGroup,
  {number, isOpen, hasHeading, onToggle}: GroupOptions,
  rows: RowsOptions,
): TemplateResult {
  const {words, policies, disabled} = rows;
  const {tools: list, effect} = group;
  const name = effect ? words.term(effect) : group.name || words.term('other');
  const head = html`<div class="group-head" part="group-head">
    <h3 class="group-title">
      <button
        type="button"
        class="group-toggle"
        part="group-toggle"
        aria-expanded=${isOpen ? 'true' : 'false'}
        aria-controls="tools-${number}"
        @click=${onToggle}
      >
        ${chevronDownIcon}<bdi id="group-${number}">${name}</bdi>
      </button>
    </h3>
    <p class="group-summary" id="group-summary-${number}">
      <bdi>${summaryOf(list, policies, words)}</bdi>
    </p>
    ${
      list.length > 1
        ? policyChoice({
            name: `group-${number}`,
            words,
            labelledBy: `group-${number}`,
            describedBy: `group-summary-${number}`,
            chosen: commonPolicy(list, policies),
            isForMany: true,
            disabled,
            readonly: rows.readonly,
            onChoose: (policy) => rows.onChoose(list, policy),
          })
        : nothing
    }
  </div>`;
  return html`<div class="group" part="group">
    ${hasHeading ? head : nothing}
    <ul
      class=${list.length > LONG ? 'tools long' : 'tools'}
      role="list"
      id="tools-${number}"
      aria-labelledby=${hasHeading ? `group-${number}` : 'label'}
      ?hidden=${!isOpen}
    >
      ${
        isOpen
          ? repeat(
              list,
              (tool) => tool.name,
              (tool) => toolRow(tool, effect !== undefined, rows),
            )
          : nothing
      }
    </ul>
  </div>`;
}

function toolRow(tool: Tool, isEffectSaid: boolean, rows: RowsOptions): TemplateResult {
  const {words} = rows;
  const number = rows.numberOf(tool);
  return html`<li class="row" part="tool">
    <div class="about">
      <p class="title">
        <span class="name" part="tool-title" id="tool-${number}" dir="auto">${tool.title}</span>
        ${isEffectSaid ? nothing : effectChip(tool, words)}
        ${rows.isFresh(tool) ? html`<span class="chip fresh" part="new">${words.term('fresh')}</span>` : nothing}
      </p>
      ${
        tool.description
          ? html`<p class="description" part="description" id="description-${number}" dir="auto">
              ${tool.description}
            </p>`
          : nothing
      }
    </div>
    ${policyChoice({
      name: `tool-${number}`,
      words,
      labelledBy: `tool-${number}`,
      describedBy: tool.description ? `description-${number}` : undefined,
      chosen: rows.policies.get(tool.name),
      disabled: rows.disabled,
      readonly: rows.readonly,
      onChoose: (policy) => rows.onChoose([tool], policy),
    })}
  </li>`;
}

/** What a tool does, where the heading does not say it. */
export function effectChip({effect}: Tool, words: Localizer<typeof tools>): TemplateResult {
  return html`<span class="chip ${effect}" part="effect">${words.term(effect)}</span>`;
}
