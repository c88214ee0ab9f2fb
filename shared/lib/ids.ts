import { v7 } from 'uuid';

/** A new UUIDv7 (RFC 9562 §5.7): sorts by creation time, so lists of ids keep their order without a second key. */
export function newId(): string {
  return v7();
}
