import { useEffect, useRef } from 'react';
import { drawPicture } from './draw-picture.ts';
import type { PageStore, SheetSize } from './page-store.ts';
import classes from './preview.module.css';

interface PageSheetProps {
  store: PageStore;
  sheet: SheetSize;
  /** From 1. */
  page: number;
  /** CSS px a pt. */
  scale: number;
  label: string;
}

/**
 * One page as a picture. It is drawn when its picture or its size is another, and at no other time; until a new picture
 * is here the old one stays.
 */
export function PageSheet({ store, sheet, page, scale, label }: PageSheetProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef('');
  const picture = store.picture(sheet.hash);
  const { width, height, hash } = sheet;
  useEffect(() => {
    const element = canvas.current;
    if (!element || !picture) return;
    const density = scale * devicePixelRatio;
    const drawing = `${hash} ${density}`;
    if (drawing === drawn.current) return;
    drawn.current = drawing;
    const [pixelWidth, pixelHeight] = [Math.round(width * density), Math.round(height * density)];
    if (element.width !== pixelWidth) element.width = pixelWidth;
    if (element.height !== pixelHeight) element.height = pixelHeight;
    const context = element.getContext('2d', { alpha: false });
    if (!context) throw new Error('this window has no canvas');
    drawPicture(context, picture, (number) => store.outlines.drawable(number), density);
    // For whoever waits for the page: what of it is drawn.
    element.dataset['drawn'] = hash;
  }, [picture, store, hash, width, height, scale]);
  return (
    <canvas
      ref={canvas}
      className={classes.sheet}
      role="img"
      aria-label={label}
      data-page={page}
      style={{ width: width * scale, height: height * scale }}
    />
  );
}
