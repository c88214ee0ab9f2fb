import type { FontSubstitution } from '#shared/contract/exports.ts';
import type { UnitLayout } from '#shared/domain/unit-settings.ts';
import type { LetterCompiler } from '../pdf/compiler.ts';
import {
  candidateFamilies,
  latinSubstitution,
  ownCandidates,
  resolveTypefaces,
  type ResolvedTypefaces,
} from './resolve.ts';

/** Fonts of a unit on this PC. */
interface UnitFaces {
  typefaces: ResolvedTypefaces;
  /** A font of western letters this PC lacks. */
  substitutions: FontSubstitution[];
}

/** What the compiler has of the fonts that units ask for; it is asked once for every name. */
export class FontBook {
  readonly compiler: LetterCompiler;
  readonly #asked = new Set<string>();
  readonly #installed = new Set<string>();
  #last: { key: string; faces: UnitFaces } | undefined;

  constructor(compiler: LetterCompiler) {
    this.compiler = compiler;
  }

  facesOf({ fonts, latinFont }: Pick<UnitLayout, 'fonts' | 'latinFont'>): UnitFaces {
    const key = JSON.stringify([fonts, latinFont]);
    if (this.#last?.key === key) return this.#last.faces;
    const layout = { fonts, latinFont };
    const unknown = [...candidateFamilies, ...ownCandidates(layout)].filter((name) => !this.#asked.has(name));
    if (unknown.length > 0) {
      for (const name of this.compiler.installedFamilies(unknown)) this.#installed.add(name);
      for (const name of unknown) this.#asked.add(name);
    }
    const typefaces = resolveTypefaces(this.#installed, layout);
    const faces = { typefaces, substitutions: latinSubstitution(this.#installed, layout, typefaces) };
    this.#last = { key, faces };
    return faces;
  }
}
