import {css} from 'lit';

/** Of the flow at rest; those of its stages come with their code. */
export const installFlowStyles = css`
  .base {
    container-type: inline-size;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 5);
  }

  /* Its host may be as wide as the button. */
  .base:has(> slot[name='idle']) {
    container-type: normal;
  }

  /* As wide as its words: the grid would stretch it over the page. */
  slot[name='idle'] > .button {
    justify-self: start;
  }

  .at-rest {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    overflow-wrap: anywhere;
  }

  .at-rest > svg {
    flex: none;
    color: var(--_success);
  }

  /* As high as the stage that it stands for. */
  .coming {
    display: grid;
    align-content: start;
    min-block-size: 440px;
  }

  @container (inline-size < 24rem) {
    slot[name='idle'] > .button {
      justify-self: stretch;
    }
  }
`;
