import { secondsOf } from '../../kernel/seconds-of.ts'
import type { Presence, Verdict } from '@afterword/validation/incident/rules'

/** What the browser saw of one try. */
export interface ClientSide {
  readonly kind: 'attempt' | 'error'
  readonly durationMs: number
  readonly errorName: string
  readonly errorMessage: string
  readonly stack: string | null
  readonly httpStatus: number | null
  readonly isOnline: boolean
  /** Whether the person stayed with the call; null when the page could not tell. */
  readonly presence: Presence | null
  /** Whether the request left the browser; null when it could not say. */
  readonly requestStarted: boolean | null
  /** Whether another address of ours, and this very one, were answered right after; null when not known. */
  readonly originAnswered: boolean | null
  readonly addressAnswered: boolean | null
  /** Whether the page's own content policy forbade the call. */
  readonly isForbidden: boolean
}

/** What the server saw of it, in milliseconds after it was received. */
export interface ServerSide {
  readonly committedMs: number | null
  readonly finishedMs: number | null
  readonly closedMs: number | null
  readonly httpStatus: number | null
  readonly code: string | null
}

export interface JudgedAttempt {
  readonly client: ClientSide | null
  readonly server: ServerSide | null
  /**
   * Whether the server would have a trace if the call had arrived: false when a process started or the
   * log had gaps around that time.
   */
  readonly isServerLogComplete: boolean
  /**
   * How long after its start in the browser the server received it, by the server's clock: the start is counted
   * back from the report's arrival, so it seems later than it was, never earlier. Null when not received.
   */
  readonly receivedAfterMs: number | null
  /** Whether the review it carried was stored while this very try was under way. */
  readonly wasStoredMeanwhile: boolean
}

export interface Judgement {
  readonly verdict: Verdict
  /** What the verdict rests on, in words. */
  readonly evidence: readonly string[]
}

/** A verdict with what it rests on. */
export const judge = (verdict: Verdict, ...evidence: string[]): Judgement => ({ verdict, evidence })

/** The browser's side in words. */
export const clientSaw = (client: ClientSide): string =>
  client.httpStatus !== null
    ? `The browser got a ${client.httpStatus} that was not our whole answer after ${secondsOf(client.durationMs)} (${client.errorName}: ${client.errorMessage}).`
    : `The browser had no answer after ${secondsOf(client.durationMs)} (${client.errorName}: ${client.errorMessage}).`
