import type { Tail } from '#shared/document/schema.ts';

/** Signing units with their posts beside the 签名章: changed together, so that a post stays with its unit. */

interface Signer {
  unit: string;
  post: string;
}

function change(tail: Tail, by: (signers: Signer[]) => Signer[]): Tail {
  const { units, signerPosts, ...rest } = tail;
  const signers = by(units.map((unit, index) => ({ unit, post: signerPosts?.[index] ?? '' })));
  const isEmpty = signers.length === 1 && signers[0]?.unit === '' && signers[0].post === '';
  const kept = isEmpty ? [] : signers;
  const posts = kept.map(({ post }) => post);
  return {
    ...rest,
    units: kept.map(({ unit }) => unit),
    ...(posts.some((post) => post !== '') && { signerPosts: posts }),
  };
}

/** A letter that nobody signs yet shows one empty line. */
function atLeastOne(signers: Signer[]): Signer[] {
  return signers.length > 0 ? signers : [{ unit: '', post: '' }];
}

export function writeSigner(tail: Tail, index: number, part: Partial<Signer>): Tail {
  return change(tail, (signers) =>
    atLeastOne(signers).map((signer, place) => (place === index ? { ...signer, ...part } : signer)),
  );
}

export function addSigner(tail: Tail, after: number): Tail {
  return change(tail, (signers) => signers.toSpliced(after + 1, 0, { unit: '', post: '' }));
}

export function removeSigner(tail: Tail, index: number): Tail {
  return change(tail, (signers) => signers.toSpliced(index, 1));
}

export function moveSigner(tail: Tail, index: number, by: number): Tail {
  const to = index + by;
  if (to < 0 || to >= tail.units.length) return tail;
  return change(tail, (signers) => {
    const signer = signers[index];
    return signer ? signers.toSpliced(index, 1).toSpliced(to, 0, signer) : signers;
  });
}
