import type { ErrorKind } from './kinds.ts'

export interface ErrorEntry {
  readonly kind: ErrorKind
  /** Shown to people as it is: plain words, no internals, nothing personal. */
  readonly message: string
}
