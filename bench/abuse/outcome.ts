import type { Sendable } from '../overload/seed.ts'

/** What honest callers saw of one kind of call. Milliseconds, from the first time it was asked for until it was served. */
export interface Seen {
  readonly asked: number
  readonly served: number
  /** How often one was told to come again, and did. */
  readonly refused: number
  readonly p50: number
  readonly p99: number
}

export const kinds = ['submit', 'read', 'page'] as const
export type Kind = (typeof kinds)[number]
export type HonestOutcome = Readonly<Record<Kind, Seen>>

export interface HonestOrder {
  readonly seconds: number
  readonly sendables: readonly Sendable[]
}
