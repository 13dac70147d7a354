let holders = 0;
let before: {readonly overflow: string; readonly gutter: string} | undefined;

/**
 * Stops the page behind a modal dialog from scrolling until the returned function runs. Counts its holders, since dialogs stack,
 * and keeps the room of a classic scrollbar, so nothing moves sideways.
 */
export function lockScroll(): () => void {
  const {style, clientWidth} = document.documentElement;
  if (holders++ === 0) {
    before = {
      overflow: style.getPropertyValue('overflow'),
      gutter: style.getPropertyValue('scrollbar-gutter'),
    };
    if (window.innerWidth > clientWidth) style.setProperty('scrollbar-gutter', 'stable');
    style.setProperty('overflow', 'hidden');
  }
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    if (--holders > 0) return;
    style.setProperty('overflow', before?.overflow ?? '');
    style.setProperty('scrollbar-gutter', before?.gutter ?? '');
    before = undefined;
  };
}
