import type { MouseEvent } from 'react';

/** A tool must not take the focus, and with it the selection, away from the text. */
export const keepFocus = (event: MouseEvent) => event.preventDefault();

/** A button that is `disabled` would lose the tooltip that says what it is; it is only marked so. */
export const switchedOff = (disabled: boolean) => ({
  'aria-disabled': disabled,
  ...(disabled && { 'data-disabled': true }),
});
