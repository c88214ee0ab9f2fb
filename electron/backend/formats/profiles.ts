import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UnitProfile } from '#shared/domain/unit-profile.ts';
import { z } from 'zod';
import { parseUnitFile } from './unit-file.ts';

const about = z.object({ profile: z.object({ name: z.string().min(1), description: z.string() }) });

/**
 * The profiles of `resources/profiles` in the order of their file names, read at first use. A broken one is a broken
 * installation: it throws.
 */
export function createShippedProfiles(folder: string): () => UnitProfile[] {
  let profiles: UnitProfile[] | undefined;
  return () => {
    profiles ??= readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .toSorted()
      .map((file) => {
        const json = readFileSync(join(folder, file), 'utf8');
        const { name, description } = about.parse(JSON.parse(json)).profile;
        return { id: file.replace(/^\d+-|\.json$/g, ''), name, description, unit: parseUnitFile(json, file).unit };
      });
    return profiles;
  };
}
