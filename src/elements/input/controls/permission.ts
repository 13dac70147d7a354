import {type TemplateResult, css, html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';
import type {ViewFactory} from '../control.js';
import type {ControlField} from '../field.js';
import {type Scope, grant, scopesIn, scopesOf} from '../scopes.js';
import {checkStyles} from '../../../ui/check-styles.js';
import {plainText} from '../../../ui/safe.js';

const permissionStyles = css`
  ${checkStyles}

  .scopes {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    overflow: clip;
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-field);
    background: var(--_surface-raised);
  }

  .invalid .scopes {
    border-color: var(--_danger);
  }

  .search {
    min-block-size: var(--_control-size);
    border-radius: 0;
    border-block-end: var(--_border-width) solid var(--_border);
  }

  .search:focus-visible {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: calc(var(--_focus-width) * -1);
  }

  .scope-list {
    max-block-size: 330px;
    overflow-y: auto;
  }

  .scope {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: start;
    column-gap: calc(var(--_space) * 2.5);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
  }

  .scope + .scope {
    border-block-start: var(--_border-width) solid var(--_border);
  }

  .scope.all {
    grid-template-columns: auto minmax(0, 1fr) auto;
    border-block-end: var(--_border-width) solid var(--_border);
    background: var(--_surface-sunken);
  }

  .scope-name {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  /* The row is what people press; the box alone is small. */
  .scope:not(.all) > .scope-name {
    margin: calc(var(--_space) * -2) calc(var(--_space) * -3);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
  }

  .scope-about {
    grid-column: 2;
    margin-block-start: calc(var(--_space) * 1);
    color: var(--_text-muted);
    font-size: var(--_size-s);
    line-height: var(--_line-small);
    overflow-wrap: anywhere;
  }

  .nothing {
    padding: calc(var(--_space) * 3);
    color: var(--_text-muted);
  }
`;

/** From so many permissions on there is a search. */
const SEARCH_FROM = 9;

/** What an account may be used for: each permission a checkbox, those without which nothing works are locked. */
export const permissionView: ViewFactory = (host) => {
  let query = '';

  const renderScope = (
    scope: Scope,
    position: number,
    field: ControlField,
    granted: ReadonlySet<string>,
    onToggle: (name: string, on: boolean) => void,
  ): TemplateResult => {
    const {words} = field;
    // The first one is what the focus goes to when something is wrong.
    const id = position === 0 ? 'control' : `scope-${position}`;
    const note = scope.required ? 'requiredPermission' : scope.unknown ? 'unknownPermission' : '';
    // A locked box stays reachable, so that people learn that it is there.
    const isLocked = scope.required || field.readonly;
    const onClick = (event: Event): void => {
      if (isLocked) event.preventDefault();
    };
    const onChange = (event: Event): void => {
      event.stopPropagation();
      onToggle(scope.name, (event.currentTarget as HTMLInputElement).checked);
    };
    return html`<li class="scope" part="permission">
      <input
        type="checkbox"
        class="check"
        id=${id}
        .checked=${live(scope.required || granted.has(scope.name))}
        aria-describedby=${scope.description ? `about-${position}` : nothing}
        aria-disabled=${isLocked ? 'true' : nothing}
        ?disabled=${field.disabled}
        @click=${onClick}
        @input=${stop}
        @change=${onChange}
      />
      <label class="scope-name" for=${id}>
        <span dir="auto">${plainText(scope.label)}</span>
        ${note ? html` <span class="mark">${words.term(note)}</span>` : nothing}
      </label>
      ${
        scope.description
          ? html`<p class="scope-about" id=${`about-${position}`}>
              <bdi>${plainText(scope.description)}</bdi>
            </p>`
          : nothing
      }
    </li>`;
  };

  return {
    styles: permissionStyles,
    render(field) {
      const {words} = field;
      const scopes = scopesOf(field.input, field.value);
      const granted = scopesIn(field.value);
      const shown = query === '' ? scopes : scopes.filter((scope) => matches(scope, query));
      const optional = shown.filter(({required}) => !required);
      const chosen = optional.filter(({name}) => granted.has(name)).length;
      const set = (names: readonly string[], on: boolean): void => {
        const next = new Set(granted);
        for (const name of names) {
          if (on) next.add(name);
          else next.delete(name);
        }
        field.change(grant(scopes, next));
      };
      const onSearch = (event: Event): void => {
        event.stopPropagation();
        query = (event.currentTarget as HTMLInputElement).value.trim().toLocaleLowerCase();
        host.requestUpdate();
        const count = scopes.filter((scope) => matches(scope, query)).length;
        field.announce(
          count === 0 ? words.term('noPermissions') : words.term('permissionsShown', count),
        );
      };
      const onAll = (event: Event): void => {
        event.stopPropagation();
        const {checked} = event.currentTarget as HTMLInputElement;
        set(
          optional.map(({name}) => name),
          checked,
        );
      };
      return html`<div class="scopes" part="control">
        ${
          scopes.length >= SEARCH_FROM
            ? html`<input
                type="search"
                class="text search"
                part="search"
                aria-label=${words.term('searchPermissions')}
                placeholder=${words.term('searchPermissions')}
                autocomplete="off"
                ?disabled=${field.disabled}
                @input=${onSearch}
                @change=${stop}
              />`
            : nothing
        }
        ${
          optional.length > 1
            ? html`<div class="scope all">
                <input
                  type="checkbox"
                  class="check"
                  id="all"
                  .checked=${live(chosen === optional.length)}
                  .indeterminate=${live(chosen > 0 && chosen < optional.length)}
                  ?disabled=${field.disabled || field.readonly}
                  @input=${stop}
                  @change=${onAll}
                />
                <label class="scope-name" for="all">${words.term('selectAll')}</label>
                <span class="mark"
                  >${words.term('permissionsGranted', granted.size, scopes.length)}</span
                >
              </div>`
            : nothing
        }
        <ul class="scope-list" role="list" aria-labelledby="label">
          ${repeat(
            shown,
            ({name}) => name,
            (scope, position) =>
              renderScope(scope, position, field, granted, (name, on) => set([name], on)),
          )}
        </ul>
        ${
          shown.length === 0 ? html`<p class="nothing">${words.term('noPermissions')}</p>` : nothing
        }
      </div>`;
    },
  };
};

/** Events of the parts are not events of the field. */
function stop(event: Event): void {
  event.stopPropagation();
}

function matches({name, label, description}: Scope, query: string): boolean {
  return [label, description, name].some((text) => text.toLocaleLowerCase().includes(query));
}
