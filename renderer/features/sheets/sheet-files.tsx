import type { WireError } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/index.ts';
import { FolderChoice } from '../files/folder-choice.tsx';
import { PlannedNames } from '../files/planned-names.tsx';

const NAMES_SHOWN = 4;

interface SheetFilesProps {
  folder: string | null;
  files: Output<'sheets.plan'>['files'];
  error: WireError | null;
  onPick: () => void;
}

/** Where the files go and how they are called. */
export function SheetFiles({ folder, files, error, onPick }: SheetFilesProps) {
  return (
    <div>
      <FolderChoice folder={folder} onPick={onPick} />
      {folder !== null && <PlannedNames files={files} shown={NAMES_SHOWN} error={error} />}
    </div>
  );
}
