import type { Verdict } from '@afterword/validation/incident'

/** What the browser saw of one try. */
export interface ClientSide {
  readonly kind: 'attempt' | 'error'
  readonly durationMs: number
  readonly errorName: string
  readonly errorMessage: string
  readonly stack: string | null
  readonly httpStatus: number | null
  readonly isOnline: boolean
  readonly wasLeaving: boolean
  /** Whether the request left the browser; null when it could not say. */
  readonly requestStarted: boolean | null
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

/** What mail scanners that run pages in a hidden browser leave behind. */
const scannerRejection = /Object Not Found Matching Id:\d+, MethodName:\w+, ParamCount:\d+/
const extensionFrame = /(?:chrome|moz|safari(?:-web)?)-extension:\/\//
/** Quicker than any network: the browser did not try. */
const instantMs = 20
/** Clocks of two sides are never compared, only lengths of time; this much they may differ. */
const marginMs = 500
/** A request that arrived this long after its browser had seen it fail was held up on its way. */
const lateMs = 1_000

const secondsOf = (ms: number): string => (ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`)

const judge = (verdict: Verdict, ...evidence: string[]): Judgement => ({ verdict, evidence })

const judgePageError = (client: ClientSide): Judgement => {
  if (scannerRejection.test(client.errorMessage)) {
    return judge('mail_scanner', 'The page’s error is the one a mail scanner’s hidden browser leaves behind.')
  }
  if (extensionFrame.test(client.stack ?? '')) {
    return judge('browser_noise', 'The error comes from a browser extension.')
  }
  return judge('browser_noise', `The page had an error that no call caused: ${client.errorMessage}`)
}

const answered = (status: number, server: ServerSide | null): string =>
  `The server answered ${[status, server?.code ?? ''].join(' ').trim()}.`

/** What the server's own answer says, when there was one that was no success. */
const judgeAnswer = (server: ServerSide | null, client: ClientSide | null): Judgement | null => {
  const status = server?.finishedMs === null ? null : (server?.httpStatus ?? null)
  if (status !== null && status >= 500) {
    return judge('server_error', answered(status, server))
  }
  if (status !== null && status >= 400) {
    return judge('rejected', answered(status, server))
  }
  const seen = server === null ? (client?.httpStatus ?? null) : null
  if (seen !== null && seen >= 500) {
    return judge(
      'server_error',
      `The browser got ${seen}, and the server knows nothing of the call: something before it answered.`,
    )
  }
  if (seen !== null && seen >= 400) {
    return judge(
      'rejected',
      `The browser got ${seen}, and the server knows nothing of the call: something before it answered.`,
    )
  }
  return null
}

const serverDid = (server: ServerSide): string =>
  server.finishedMs === null
    ? `The server committed after ${secondsOf(server.committedMs ?? 0)}.`
    : `The server finished ${server.httpStatus ?? ''} after ${secondsOf(server.finishedMs)}.`.replace('  ', ' ')

const clientSaw = (client: ClientSide): string =>
  client.httpStatus !== null
    ? `The browser got a ${client.httpStatus} that was not our whole answer after ${secondsOf(client.durationMs)} (${client.errorName}: ${client.errorMessage}).`
    : `The browser got nothing for ${secondsOf(client.durationMs)} (${client.errorName}: ${client.errorMessage}).`

/** A call that both sides know of and that brought no refusal. */
const judgeArrived = ({ receivedAfterMs }: JudgedAttempt, client: ClientSide, server: ServerSide): Judgement => {
  const doneMs = server.finishedMs ?? server.committedMs
  const isTimeout = client.errorName === 'TimeoutError'
  const lateByMs = (receivedAfterMs ?? 0) - client.durationMs
  if (lateByMs > lateMs) {
    const late = `The request reached the server ${secondsOf(lateByMs)} after the browser had seen it fail.`
    return judge(isTimeout ? 'timed_out' : 'unknown', late, clientSaw(client))
  }
  if (doneMs === null) {
    if (isTimeout)
      return judge(
        'timed_out',
        'The call reached the server, which had not answered when the browser gave up.',
        clientSaw(client),
      )
    if (server.closedMs !== null) {
      // A page that is left looks the same in some browsers, and nothing was done that could be lost.
      const closed = `The connection closed after ${secondsOf(server.closedMs)}, before the server had done anything.`
      return judge('unknown', closed, clientSaw(client))
    }
    return judge('unknown', 'The server received the call; nothing says how it went on.', clientSaw(client))
  }
  if (isTimeout && doneMs > client.durationMs - marginMs) {
    return judge('timed_out', serverDid(server), `The browser had given up after ${secondsOf(client.durationMs)}.`)
  }
  return judge('lost_response', serverDid(server), clientSaw(client))
}

/** A call of which the server has no trace. */
const judgeUntraced = (attempt: JudgedAttempt, client: ClientSide): Judgement => {
  if (attempt.wasStoredMeanwhile && !attempt.isServerLogComplete) {
    return judge(
      'lost_response',
      'The review is stored under this submission; the process that took it left no log.',
      clientSaw(client),
    )
  }
  if (!attempt.isServerLogComplete) {
    return judge('unknown', 'The server’s log has a gap around that time.', clientSaw(client))
  }
  if (client.requestStarted === false && client.durationMs < instantMs) {
    return judge('blocked_by_client', `The browser refused within ${secondsOf(client.durationMs)} and sent nothing.`)
  }
  if (client.httpStatus !== null) {
    return judge(
      'never_arrived',
      `Something else answered ${client.httpStatus} in our place; the server knows nothing of the call.`,
    )
  }
  return judge('never_arrived', 'The server knows nothing of the call, and its log has no gap.', clientSaw(client))
}

/**
 * Why one attempt failed, from what both sides recorded. Where evidence is missing the verdict is
 * `unknown`, never a guess; `lost_response` is only said when the server has done its part.
 *
 * @see docs/incidents.md
 */
export const judgeAttempt = (attempt: JudgedAttempt): Judgement => {
  const { client, server } = attempt
  if (client?.kind === 'error') return judgePageError(client)
  const answer = judgeAnswer(server, client)
  if (answer !== null) return answer
  if (client === null) {
    return judge('unknown', 'The connection closed before the answer was out; the browser has not said why.')
  }
  if (client.wasLeaving) {
    return judge('aborted_by_visitor', 'The page was being left when the call failed.')
  }
  if (client.errorName === 'AbortError') {
    return judge('aborted_by_visitor', 'The call was called off by the page itself (AbortError).')
  }
  if (server !== null) return judgeArrived(attempt, client, server)
  if (!client.isOnline)
    return judge('offline', 'The browser said that it had no connection, and the server knows nothing of the call.')
  return judgeUntraced(attempt, client)
}
