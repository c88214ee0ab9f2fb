import type { ReplyDocument, Section } from '../schema.ts';
import { resolveBlocks, resolveHeading, resolveRuns, type Resolving } from './blocks.ts';
import { isOrigin, resolveMoves } from './moves.ts';
import { resolveChanges, resolvePresence, type VerdictOf } from './values.ts';

/**
 * A letter in which every revision that `verdictOf` knows is taken or refused, as far as what it does hangs on no open
 * one; what does keeps its marks. Threads stay; one on a block that was joined is on the joined block.
 */
export function resolve(document: ReplyDocument, verdictOf: VerdictOf): ReplyDocument {
  const resolving: Resolving = { verdictOf, joined: new Map() };
  const { head, tail } = document;
  const arranged = resolveMoves(
    document.sections.map(({ blocks }) => blocks),
    verdictOf,
  );
  const sections = document.sections.map((section, index) =>
    resolveSection({ ...section, blocks: arranged[index]! }, resolving),
  );
  const [inOrder = []] = resolveMoves([sections], verdictOf);
  const resolved = {
    ...document,
    head: resolveChanges(
      { ...head, title: resolveRuns(head.title, verdictOf), salutation: resolveRuns(head.salutation, verdictOf) },
      verdictOf,
    ),
    sections: inOrder.flatMap((section) => presentSection(section, verdictOf) ?? []),
    tail: resolveChanges(tail, verdictOf),
  };
  return resolving.joined.size > 0 ? withAnchorsJoined(resolved, resolving.joined) : resolved;
}

function resolveSection(section: Section, resolving: Resolving): Section {
  const { heading, ...rest } = resolveChanges(section, resolving.verdictOf);
  const resolvedHeading = heading && resolveHeading(heading, resolving);
  return {
    ...rest,
    ...(resolvedHeading && { heading: resolvedHeading }),
    blocks: resolveBlocks(rest.blocks, resolving),
  };
}

/** The text of an attachment goes as a whole, once no block may come back into it or out of it. */
function presentSection(section: Section, verdictOf: VerdictOf): Section | undefined {
  const present = resolvePresence(section, verdictOf);
  if (present || section.role !== 'attachment') return present ?? withoutPresence(section);
  return section.moves || section.blocks.some((block) => block.moves ?? isOrigin(block)) ? section : undefined;
}

function withoutPresence({ ins: _ins, del: _del, ...section }: Section): Section {
  return section;
}

function withAnchorsJoined(document: ReplyDocument, joined: ReadonlyMap<string, string>): ReplyDocument {
  const threads = Object.entries(document.threads).map(([id, thread]) => {
    const { anchor } = thread;
    if (anchor.type !== 'block') return [id, thread] as const;
    let at = anchor.id;
    for (let next = joined.get(at); next !== undefined; next = joined.get(at)) at = next;
    return [id, { ...thread, anchor: { ...anchor, id: at } }] as const;
  });
  return { ...document, threads: Object.fromEntries(threads) };
}
