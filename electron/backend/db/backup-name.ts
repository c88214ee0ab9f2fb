import type { BackupReason } from '#shared/contract/backups.ts';

/** Time in UTC, reason, and for `migration` the version the copy has. */
const pattern =
  /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-(\d{3})-(periodic|close|migration|manual|restore)(?:-v\d+)?\.db$/;

/** Undefined for a file that is no backup of ours. */
export function backupNameParts(name: string): { createdAt: number; reason: BackupReason } | undefined {
  const parts = pattern.exec(name);
  if (parts === null) return undefined;
  const [year, month, day, hour, minute, second, ms] = parts.slice(1, 8).map(Number) as [number, number, ...number[]];
  return {
    createdAt: Date.UTC(year, month - 1, day, hour, minute, second, ms),
    reason: parts[8] as BackupReason,
  };
}

export function backupName(time: number, reason: BackupReason, version: number | undefined): string {
  const stamp = new Date(time).toISOString().replace(/[-:Z]/g, '').replace('T', '-').replace('.', '-');
  return `${stamp}-${reason}${version === undefined ? '' : `-v${version}`}.db`;
}
