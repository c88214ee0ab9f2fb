import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useImport } from '../features/importing/use-import.ts';
import { useShell } from '../shell/shell-context.ts';
import classes from './frame.module.css';

/** Files may be dropped anywhere. They travel to the backend as one-use tokens, never as paths. */
export function DropTarget({ children }: { children: ReactNode }) {
  const { t } = useTranslation('app');
  const shell = useShell();
  const startImport = useImport();
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const drop = async (files: File[]) => {
    const tokens = await Promise.all(files.map((file) => shell.tokenForFile(file)));
    await startImport({ from: 'tokens', tokens });
  };
  return (
    <div
      style={{ height: '100%' }}
      onDragEnterCapture={(event) => {
        if (!hasFiles(event)) return;
        depth.current += 1;
        setOver(true);
      }}
      onDragLeaveCapture={(event) => {
        if (!hasFiles(event)) return;
        depth.current -= 1;
        if (depth.current <= 0) setOver(false);
      }}
      onDragOverCapture={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      }}
      onDropCapture={(event) => {
        depth.current = 0;
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length === 0) return;
        event.preventDefault();
        event.stopPropagation();
        void drop(files);
      }}
    >
      {children}
      {over && (
        <div className={classes.drop} role="status">
          {t('drop')}
        </div>
      )}
    </div>
  );
}
