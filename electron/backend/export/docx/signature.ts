import type { ElementOf } from '../letter/element.ts';
import { size, TWIPS_PER_POINT } from '../letter/measures.ts';
import { blankLinesXml } from './blank-lines.ts';
import { characterPitch, textWidth } from './grid.ts';
import type { Look } from './look.ts';
import { paragraphXml } from './paragraph.ts';
import { runXml } from './runs.ts';
import { styleId } from './styles.ts';

/** Signature and date are set at their natural width, so that the date is as wide as the seal's place says. */
const characterWidth = size.body * TWIPS_PER_POINT;

/**
 * Signing units, posts and date (7.3.5). `isHeld`: the last line stays with what follows. The lines above hold on to
 * each other, and the room above the first to the body, so that no page has a signature alone.
 */
export function signatureXml({ lines }: ElementOf<'signature'>, isHeld: boolean, look: Look): string {
  return lines
    .map(({ blankLinesBefore, cells }, index) => {
      const whole = Math.floor(blankLinesBefore);
      const before = (blankLinesBefore - whole) * look.linePitch;
      const props = {
        style: styleId.signature,
        keepNext: isHeld || index < lines.length - 1,
        ...(before > 0 && { spacing: { before } }),
      };
      const [only] = cells;
      const line =
        only && cells.length === 1
          ? paragraphXml({ ...props, indent: { right: only.rightIndent } }, runXml(only.text), characterWidth)
          : paragraphXml(
              {
                ...props,
                align: 'left',
                tabs: cells.map(({ rightIndent }) => ({
                  align: 'right' as const,
                  at: textWidth - rightIndent * characterWidth,
                })),
              },
              cells.map(({ text }) => runXml(`\t${text}`)).join(''),
              characterPitch,
            );
      return blankLinesXml(whole, { keepNext: true }) + line;
    })
    .join('');
}
