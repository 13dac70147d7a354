import {adoptStyles, LitElement, type PropertyValues} from 'lit';
import {onServer} from './dom.js';
import {renderUntranslated, watchTranslation} from './translated.js';

/**
 * Base of elements that a server may render, as declarative shadow DOM. Their first render in the browser must come out as the server's
 * did, so that Lit's hydration support can take its nodes over; what a server does not know (session, language around, late code)
 * follows right after. All of it also goes well without hydration support, and where a host's properties are not the server's.
 */
export abstract class HydratableElement extends LitElement {
  /**
   * Whether to render as a server does: on a server, and in the browser once, over what a server has sent.
   * @internal
   */
  isHydrating = onServer || this.shadowRoot !== null;

  override connectedCallback(): void {
    // Servers can be told to call it, for elements that ask for contexts. These have nothing to begin there.
    if (!onServer) super.connectedCallback();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const served = this.shadowRoot;
    const {elementStyles, observedAttributes} = this.constructor as typeof LitElement;
    // Without support for hydration, which adds an attribute, Lit would render beside what is there.
    if (!observedAttributes.includes('defer-hydration')) served?.replaceChildren();
    const root = super.createRenderRoot();
    if (served) {
      // Hydration counts on the server's `<style>`, which a strict policy blocks.
      adoptStyles(served, elementStyles);
      served.querySelector('style')?.remove();
    }
    watchTranslation(root);
    return root;
  }

  protected override performUpdate(): void {
    renderUntranslated(this.renderRoot, () => super.performUpdate());
  }

  protected override update(changed: PropertyValues): void {
    if (!this.isHydrating) {
      super.update(changed);
      return;
    }
    try {
      super.update(changed);
    } catch {
      // The host has set properties that change what the server rendered: rendered anew, as if there were no server.
      this.renderRoot.replaceChildren();
      super.update(changed);
    }
    // Not within the update, which would not see it.
    queueMicrotask(() => {
      this.isHydrating = false;
      this.requestUpdate();
      this.hydrated?.();
    });
  }

  /** Called when the nodes of the server are those of this element, before it renders what the server could not. */
  protected hydrated?(): void;
}
