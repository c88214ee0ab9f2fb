import type { PagePicture } from '#shared/contract/preview.ts';

/**
 * Draws a page on a canvas that is `scale` px a pt. Canvas and not SVG: measured on a page of 570 characters, half a
 * millisecond of the window's thread against four for `<use>` elements, eight for one joined path and 27 for an image.
 */
export function drawPicture(
  context: CanvasRenderingContext2D,
  picture: PagePicture,
  outline: (number: number) => Path2D,
  scale: number,
): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.miterLimit = 4;
  for (const { path, matrix, fill, stroke } of picture.shapes) {
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
    context.setTransform(a * scale, b * scale, c * scale, d * scale, e * scale, f * scale);
    const shape = new Path2D(path);
    if (fill !== null) {
      context.fillStyle = fill;
      context.fill(shape);
    }
    if (stroke !== null) {
      context.strokeStyle = stroke.color;
      // Thinner than a pixel a rule would fade.
      context.lineWidth = Math.max(stroke.width, 0.75 / scale);
      context.stroke(shape);
    }
  }
  for (const { fill, stroke, matrix, glyphs, at } of picture.runs) {
    const [a = 1, b = 0, c = 0, d = -1] = matrix;
    context.fillStyle = fill;
    context.strokeStyle = fill;
    context.lineWidth = stroke;
    for (let index = 0; index < glyphs.length; index += 1) {
      const [x = 0, y = 0] = [at[2 * index], at[2 * index + 1]];
      context.setTransform(a * scale, b * scale, c * scale, d * scale, x * scale, y * scale);
      const character = outline(glyphs[index] ?? 0);
      context.fill(character);
      if (stroke > 0) context.stroke(character);
    }
  }
}
