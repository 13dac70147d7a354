import {css} from 'lit';

/** What stands below a box whose list could not be loaded. */
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

  @media (forced-colors: active) {
    .failure {
      color: CanvasText;
    }
  }
`;
