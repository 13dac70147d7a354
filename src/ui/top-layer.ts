/*
 * Up to 130, Chrome crashes where an element leaves the top layer from within a size container that is to be laid out for another reason.
 * So the page is laid out before that, and for that alone.
 */

/** Hides a popover, if it is shown. */
export function hidePopover(popover: HTMLElement): void {
  if (popover.matches(':popover-open')) alone(popover, () => popover.hidePopover());
}

/** Closes a dialog, if it is open. */
export function closeDialog(dialog: HTMLDialogElement): void {
  if (dialog.open) alone(dialog, () => dialog.close());
}

function alone(element: Element, leave: () => void): void {
  element.getBoundingClientRect();
  leave();
  element.getBoundingClientRect();
}
