import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {tools} from '../../i18n/en/tools.js';
import type {Localizer} from '../../i18n/localize.js';
import {suggestIcon} from '../../ui/icons.js';
import type {AskedTool} from './tool-model.js';
import {effectChip} from './tool-rows.js';

interface ToolRequestsOptions {
  readonly words: Localizer<typeof tools>;
  /** What is asked for and not answered yet. */
  readonly asked: readonly AskedTool[];
  readonly title: string;
  /** Whether it can be answered: not in an element that is disabled or read-only. */
  readonly isOpen: boolean;
  readonly onAllow: (asked: readonly AskedTool[]) => void;
  readonly onDecline: (asked: readonly AskedTool[]) => void;
}

/** What an agent asks for, each with what it would get, to allow or decline one by one or all at once. */
export function toolRequests(options: ToolRequestsOptions): TemplateResult | typeof nothing {
  const {words, asked, title, isOpen, onAllow, onDecline} = options;
  if (asked.length === 0) return nothing;
  const offered = asked.filter(({tool}) => tool !== undefined);
  return html`<div class="request" part="request" role="group" aria-labelledby="request-title">
    <h3 class="request-title" id="request-title">${suggestIcon}<bdi>${title}</bdi></h3>
    <ul class="asked-list" role="list" aria-labelledby="request-title">
      ${repeat(
        asked,
        ({name}) => name,
        (one, number) => renderAsked(one, number, options),
      )}
    </ul>
    ${
      isOpen && asked.length > 1
        ? html`<div class="answers all">
            <button
              type="button"
              class="button"
              part="decline-all"
              @click=${() => onDecline(asked)}
            >
              ${words.term('declineAll')}
            </button>
            ${
              offered.length > 1
                ? html`<button
                    type="button"
                    class="button primary"
                    part="allow-all"
                    @click=${() => onAllow(offered)}
                  >
                    ${words.term('allowAll')}
                  </button>`
                : nothing
            }
          </div>`
        : nothing
    }
  </div>`;
}

function renderAsked(
  one: AskedTool,
  number: number,
  {words, isOpen, onAllow, onDecline}: ToolRequestsOptions,
): TemplateResult {
  const {tool, title, reason, policy} = one;
  const answer = (kind: 'allow' | 'decline', onAnswer: () => void): TemplateResult =>
    html`<button
      type="button"
      class=${kind === 'allow' ? 'button small' : 'button small plain'}
      part=${kind}
      id="${kind}-${number}"
      aria-labelledby="${kind}-${number} asked-${number}"
      @click=${onAnswer}
    >
      ${words.term(kind)}
    </button>`;
  return html`<li class="asked" part="asked">
    <div class="about">
      <p class="title">
        <span class="name" id="asked-${number}" dir="auto">${title}</span>
        ${tool ? effectChip(tool, words) : nothing}
      </p>
      ${tool?.description ? html`<p class="description" dir="auto">${tool.description}</p>` : nothing}
      ${reason ? html`<p class="reason" part="reason" dir="auto">${reason}</p>` : nothing}
      <p class="consequence">
        <bdi>${tool ? words.term('ifAllowed', words.term(policy)) : words.term('notOffered')}</bdi>
      </p>
    </div>
    ${
      isOpen
        ? html`<div class="answers">
            ${answer('decline', () => onDecline([one]))}
            ${tool ? answer('allow', () => onAllow([one])) : nothing}
          </div>`
        : nothing
    }
  </li>`;
}
