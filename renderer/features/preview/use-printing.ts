import { useEffect, useRef, useState } from 'react';
import { toWireError } from '../../rpc/wire-error.ts';
import type { AnyError } from '../../shell/errors/error-text.ts';
import { useShell } from '../../shell/shell-context.ts';
import type { LivePreview } from './live-preview.ts';
import { PrintSheets } from './print-sheets.ts';

/** Pages made ready at a time; between two lots the window can breathe. */
const LOT = 8;

/** Hands pages of the preview, as the text stands, to the system's own dialog. Leaving the screen ends it. */
export function usePrinting(preview: LivePreview, onPrinted: (pages: number) => void) {
  const shell = useShell();
  const { store } = preview;
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const [error, setError] = useState<AnyError | null>(null);
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    void preview.drawNow();
    return () => {
      isLeft.current = true;
    };
  }, [preview]);

  const makeReady = async (sheets: PrintSheets, pages: readonly number[]): Promise<boolean> => {
    for (let from = 0; from < pages.length; from += LOT) {
      const lot = pages.slice(from, from + LOT);
      await store.fetch(lot);
      for (const page of lot) sheets.add(store.printPage(page));
      setProgress({ done: Math.min(from + LOT, pages.length), total: pages.length });
      await new Promise((resolve) => setTimeout(resolve));
      if (isLeft.current) return false;
    }
    return true;
  };
  const send = async (pages: readonly number[]) => {
    const result = await shell.print();
    switch (result.outcome) {
      case 'printed':
        onPrinted(pages.length);
        break;
      case 'cancelled':
        break;
      case 'no-printer':
        setError({ code: 'NO_PRINTER', details: {} });
        break;
      case 'failed':
        setError({ code: 'PRINT_FAILED', details: { message: result.message } });
        break;
    }
  };
  /** Null: the range cannot be read; the preview is drawn and nothing is printed. */
  const print = async (pages: readonly number[] | null) => {
    setError(null);
    setProgress({ done: 0, total: 0 });
    const sheets = new PrintSheets(store.outlines);
    try {
      await preview.drawNow();
      const failure = store.state.get().error;
      if (failure) setError(failure);
      else if (pages !== null && (await makeReady(sheets, pages))) await send(pages);
    } catch (reason) {
      setError(toWireError(reason));
    } finally {
      sheets.remove();
      setProgress(null);
    }
  };
  return { progress, error, print };
}
