import {type TemplateResult, css, html, nothing} from 'lit';
import type {ViewFactory} from '../control.js';
import type {ControlField} from '../field.js';
import {FILE_LIMIT, type TextFile, readTextFile, sizeInWords} from '../text-file.js';
import {trashIcon} from '../../../ui/icons.js';
import {plainText} from '../../../ui/safe.js';

const fileStyles = css`
  .drop {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-block-size: var(--_control-size);
    border: var(--_border-width) dashed var(--_border-control);
    border-radius: var(--_radius-field);
    background: var(--_surface-raised);
  }

  .drop.full {
    border-style: solid;
  }

  .drop.locked {
    border-color: var(--_border);
    background: var(--_surface-sunken);
  }

  .drop:has(.file-input:focus-visible) {
    border-color: var(--_focus);
    outline: var(--_focus-inner) solid var(--_focus);
  }

  .invalid .drop {
    border-color: var(--_danger);
  }

  .file,
  .choose {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: calc(var(--_space) * 2);
    min-inline-size: 0;
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 2.5);
  }

  .file {
    flex-wrap: nowrap;
    padding-inline-end: 0;
  }

  .file + .choose {
    border-block-start: var(--_border-width) solid var(--_border);
  }

  .file-name {
    flex: 0 1 auto;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .file > .mark {
    flex: 1 0 auto;
  }

  .choose-label {
    display: inline-flex;
    align-items: center;
    min-block-size: 28px;
    color: var(--_accent);
    font-weight: var(--_weight-medium);
    cursor: pointer;
  }

  .locked .choose-label {
    color: var(--_text-muted);
    cursor: not-allowed;
  }

  .refusal > span {
    display: block;
    margin-block-start: var(--_space);
    color: var(--_danger);
    font-size: var(--_size-s);
    line-height: var(--_line-small);
  }

  @media (hover: hover) {
    .drop:not(.locked) .choose-label:hover {
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
  }

  @media (forced-colors: active) {
    .refusal {
      color: CanvasText;
    }
  }
`;

type Reason = Extract<TextFile, {readonly status: 'error'}>['reason'];

/** A file whose text is the value: a key, a certificate, a configuration. */
export const fileView: ViewFactory = (host) => {
  /** The file that the present value is the content of. */
  let source: {readonly name: string; readonly content: string} | undefined;
  let refused: {readonly name: string; readonly reason: Reason} | undefined;
  let reading: AbortController | undefined;

  const take = async (file: File | undefined, field: ControlField): Promise<void> => {
    if (!file || field.disabled || field.readonly) return;
    reading?.abort();
    const mine = new AbortController();
    reading = mine;
    refused = undefined;
    host.requestUpdate();
    const result = await readTextFile(file);
    if (mine.signal.aborted) return;
    reading = undefined;
    host.requestUpdate();
    if (result.status === 'error') {
      refused = {name: file.name, reason: result.reason};
      return;
    }
    source = {name: file.name, content: result.content};
    field.announce(field.words.term('fileChosen', file.name));
    field.change(result.content);
  };

  const remove = (field: ControlField): void => {
    reading?.abort();
    reading = undefined;
    source = undefined;
    refused = undefined;
    field.change('');
    field.announce(field.words.term('fileRemoved'));
    host.renderRoot.querySelector<HTMLElement>('#control')?.focus();
  };

  const renderChosen = (field: ControlField, content: string): TemplateResult => {
    const name =
      source?.content === content ? plainText(source.name, 300) : field.words.term('savedFile');
    return html`<div class="file" part="file">
      <span class="file-name" dir="auto">${name}</span>
      <span class="mark">${sizeInWords(new Blob([content]).size, field.words.language)}</span>
      ${
        field.disabled || field.readonly
          ? nothing
          : html`<button
              type="button"
              class="tool"
              part="remove"
              aria-label=${field.words.term('removeFile', name)}
              @click=${() => remove(field)}
            >
              ${trashIcon}
            </button>`
      }
    </div>`;
  };

  return {
    styles: fileStyles,
    dispose: () => reading?.abort(),
    render(field) {
      const {words} = field;
      const content =
        typeof field.value === 'string' && field.value !== '' ? field.value : undefined;
      const onPick = (event: Event): void => {
        event.stopPropagation();
        const input = event.currentTarget as HTMLInputElement;
        void take(input.files?.[0], field);
        // So that the same file can be chosen again after it was corrected.
        input.value = '';
      };
      const onDrop = (event: DragEvent): void => {
        event.preventDefault();
        void take(event.dataTransfer?.files[0], field);
      };
      const isLocked = field.disabled || field.readonly;
      const classes = ['drop', isLocked && 'locked', content !== undefined && 'full'];
      return html`<div
          class=${classes.filter(Boolean).join(' ')}
          part="control"
          @dragover=${(event: DragEvent) => event.preventDefault()}
          @drop=${onDrop}
        >
          ${content === undefined ? nothing : renderChosen(field, content)}
          ${
            isLocked && content !== undefined
              ? nothing
              : html`<div class="choose">
                  <label class="choose-label">
                    <input
                      type="file"
                      id="control"
                      class="visually-hidden file-input"
                      aria-labelledby="label choose"
                      aria-describedby=${field.describedBy || nothing}
                      aria-invalid=${field.invalid ? 'true' : 'false'}
                      ?required=${field.required}
                      ?disabled=${isLocked}
                      @input=${(event: Event) => event.stopPropagation()}
                      @change=${onPick}
                    />
                    <span id="choose"
                      >${words.term(content === undefined ? 'chooseFile' : 'chooseOtherFile')}</span
                    >
                  </label>
                  ${
                    content === undefined && !isLocked
                      ? html`<span class="mark">${words.term('dropFile')}</span>`
                      : nothing
                  }
                </div>`
          }
        </div>
        <div class="refusal" role="alert">
          ${refused ? html`<span>${describeRefusal(field, refused.reason)}</span>` : nothing}
        </div>`;
    },
  };
};

function describeRefusal({words}: ControlField, reason: Reason): string {
  return reason === 'fileTooLarge'
    ? words.term(reason, sizeInWords(FILE_LIMIT, words.languageOf(reason)))
    : words.term(reason);
}
