/**
 * F6 goes round the regions of the window: every element with `data-region`, in document order. A region gets the
 * focus back where it was last, or at its first control.
 */
const last = new WeakMap<Element, HTMLElement>();

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex]:not([tabindex="-1"]), [contenteditable="true"]';

document.addEventListener('focusin', (event) => {
  const target = event.target as HTMLElement;
  const region = target.closest('[data-region]');
  if (region) last.set(region, target);
});

export function focusRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => isShown(region));
  if (regions.length === 0) return;
  const current = regions.findIndex((region) => region.contains(document.activeElement));
  for (let tried = 0; tried < regions.length; tried += 1) {
    const start = current === -1 && step === -1 ? 0 : current;
    const region = regions[(start + step * (tried + 1) + regions.length * 2) % regions.length];
    if (region && focusInside(region)) return;
  }
}

function focusInside(region: HTMLElement): boolean {
  const remembered = last.get(region);
  const target =
    remembered?.isConnected === true && region.contains(remembered) && isShown(remembered)
      ? remembered
      : (region.querySelector<HTMLElement>('[data-region-start]') ??
        [...region.querySelectorAll<HTMLElement>(focusable)].find((element) => isShown(element)));
  target?.focus();
  return target !== undefined && target !== null;
}

function isShown(element: HTMLElement): boolean {
  return element.checkVisibility();
}
