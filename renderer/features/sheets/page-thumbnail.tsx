import { useTranslation } from 'react-i18next';
import type { SheetPicture } from '#shared/contract/sheets.ts';
import classes from './sheets.module.css';

const MM_PER_POINT = 25.4 / 72;
const alignItems = { top: 'flex-start', center: 'center', bottom: 'flex-end' } as const;
const textAlign = { left: 'left', center: 'center', right: 'right', both: 'justify' } as const;

/** The first page in small: rules drawn as they are, texts in the fonts of the window. */
export function PageThumbnail({ picture, width, height }: { picture: SheetPicture; width: number; height: number }) {
  const { t } = useTranslation('sheets');
  const mm = Math.min(width / picture.width, height / picture.height);
  const px = (length: number) => `${length * mm}px`;
  return (
    <div
      className={classes.page}
      role="img"
      aria-label={t('preview', { count: picture.pages })}
      style={{ width: px(picture.width), height: px(picture.height) }}
    >
      <svg viewBox={`0 0 ${picture.width} ${picture.height}`} aria-hidden>
        {picture.rules.map(({ left, top, right, bottom, weight }, index) => (
          <rect key={index} x={left} y={top} width={right - left} height={bottom - top} strokeWidth={weight} />
        ))}
      </svg>
      {picture.texts.map((text, index) => (
        <div
          key={index}
          lang="zh-CN"
          className={classes.text}
          data-face={text.face}
          style={{
            left: px(text.left),
            top: px(text.top),
            width: px(text.width),
            height: px(text.height),
            alignItems: alignItems[text.verticalAlign],
            textAlign: textAlign[text.align],
            fontSize: px(text.size * MM_PER_POINT),
            lineHeight: px(text.pitch * MM_PER_POINT),
          }}
        >
          <span>{text.text}</span>
        </div>
      ))}
    </div>
  );
}
