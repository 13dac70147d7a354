import {css} from 'lit';

/** Boxes with a list, alone or in pairs. */
export const choiceStyles = css`
  .failure {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    column-gap: calc(var(--_space) * 2);
    margin-block-start: var(--_space);
    color: var(--_danger);
    font-size: var(--_size-s);
    line-height: 1.45;
    overflow-wrap: anywhere;
  }

  .failure > span {
    min-inline-size: 0;
  }

  .failure > .tool {
    margin-inline: calc(var(--_space) * -2) 0;
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
    gap: calc(var(--_space) * 2.5) calc(var(--_space) * 3);
  }

  .part {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--_space);
    min-inline-size: 0;
  }

  .part-label {
    color: var(--_text-muted);
    font-size: var(--_size-s);
    overflow-wrap: anywhere;
  }

  @media (forced-colors: active) {
    .failure {
      color: CanvasText;
    }
  }
`;
