import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {tools} from '../../i18n/en/tools.js';
import type {Localizer} from '../../i18n/localize.js';
import {POLICY_ICONS} from './tool-icons.js';
import {POLICIES, type ToolPolicy} from './tool-model.js';

export interface PolicyChoiceOptions {
  /** Name of the radio buttons, of this choice alone. */
  readonly name: string;
  readonly words: Localizer<typeof tools>;
  /** Ids of what names it and of what describes it. */
  readonly labelledBy: string;
  readonly describedBy?: string | undefined;
  /** Undefined where it is for several tools that differ. */
  readonly chosen: ToolPolicy | undefined;
  /**
   * It is for several tools: arrow keys move the focus and choose nothing, as in a toolbar, because each step would decide about all of them
   * (https://www.w3.org/WAI/ARIA/apg/patterns/radio/).
   */
  readonly isForMany?: boolean;
  readonly disabled: boolean;
  /** Shows what is chosen instead. */
  readonly readonly: boolean;
  readonly onChoose: (policy: ToolPolicy) => void;
}

/** Always, Ask first or Off, as radio buttons: arrow keys and one tab stop come with them. */
export function policyChoice(options: PolicyChoiceOptions): TemplateResult | typeof nothing {
  const {name, words, chosen, isForMany = false, disabled, onChoose} = options;
  if (options.readonly) return isForMany || !chosen ? nothing : policyMark(chosen, words);
  const onChange = (event: Event): void => {
    event.stopPropagation();
    const {value} = event.target as HTMLInputElement;
    const policy = POLICIES.find((one) => one === value);
    if (policy) onChoose(policy);
  };
  return html`<div
    class="policies"
    part="policy"
    role="radiogroup"
    aria-labelledby=${options.labelledBy}
    aria-describedby=${options.describedBy ?? nothing}
    @input=${stop}
    @change=${onChange}
    @keydown=${isForMany ? onArrow : nothing}
  >
    ${POLICIES.map(
      (policy) =>
        html`<label class="policy ${policy}" part="policy-option">
          <input
            type="radio"
            class="visually-hidden"
            name=${name}
            .value=${policy}
            .checked=${live(policy === chosen)}
            ?disabled=${disabled}
          />
          ${POLICY_ICONS[policy]}<span>${words.term(policy)}</span>
        </label>`,
    )}
  </div>`;
}

/** A policy that cannot be chosen here. */
export function policyMark(policy: ToolPolicy, words: Localizer<typeof tools>): TemplateResult {
  return html`<span class="policy mark ${policy}" part="policy"
    >${POLICY_ICONS[policy]}<span>${words.term(policy)}</span></span
  >`;
}

function onArrow(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLElement;
  const isLeftToRight = getComputedStyle(list).direction !== 'rtl';
  const step = stepOf(event.key, isLeftToRight);
  if (step === 0) return;
  event.preventDefault();
  const radios = [...list.querySelectorAll('input')];
  const at = radios.findIndex((radio) => radio === event.target);
  radios.at((at + step) % radios.length)?.focus();
}

function stepOf(key: string, isLeftToRight: boolean): number {
  if (key === 'ArrowDown') return 1;
  if (key === 'ArrowUp') return -1;
  if (key === 'ArrowRight') return isLeftToRight ? 1 : -1;
  return key === 'ArrowLeft' ? (isLeftToRight ? -1 : 1) : 0;
}

/** What is chosen is told by the element, not by its radio buttons. */
function stop(event: Event): void {
  event.stopPropagation();
}
