import {css} from 'lit';

export const fileStyles = css`
  .drop {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-block-size: var(--_control-size);
    border: 1px dashed var(--_border-control);
    border-radius: var(--_radius-m);
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
    outline: 1px solid var(--_focus);
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
    border-block-start: 1px solid var(--_border);
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
    font-weight: 550;
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
    line-height: 1.45;
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
