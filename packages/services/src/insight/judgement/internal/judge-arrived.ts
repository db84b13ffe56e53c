import { callTimeoutMs } from '@afterword/validation/primitives/call-timeout'
import { type ClientSide, clientSaw, judge, type JudgedAttempt, type Judgement, type ServerSide } from '../judgement.ts'
import { secondsOf } from '../../../kernel/seconds-of.ts'

/** Clocks of two sides are never compared, only lengths of time; this much they may differ. */
const marginMs = 500
/** A request that arrived this long after its browser had seen it fail was held up on its way. */
const lateMs = 1_000
/** A page that notices its own limit so much later stood still, and its answer may have waited inside the browser. */
const stillMs = 1_500

/** An extension that looks at answers does this, and so does a filter on the way. */
const droppedAgain =
  'Right after it another address of ours was answered, and this one twice was not: something drops its answers.'

/** Other connections may be quick all the same: what answers right after says nothing of this one. */
const slowOrLost = 'To a page that stops waiting, an answer that is lost and one that comes in slowly look the same.'

const serverDid = (server: ServerSide): string =>
  server.finishedMs === null
    ? `The server committed after ${secondsOf(server.committedMs ?? 0)}.`
    : `The server finished ${server.httpStatus ?? ''} after ${secondsOf(server.finishedMs)}.`.replace('  ', ' ')

/** Why an answer that did not come may not have been lost; null when nothing speaks against it. */
export const findDoubt = (client: ClientSide): string | null => {
  if (client.presence === null) return 'The page ended before it could tell whether the person stayed.'
  if (client.presence === 'hidden')
    return 'The page was not in front while it waited: a device may have put it to rest.'
  if (client.presence === 'asleep') return 'The device slept while the page waited.'
  if (client.presence !== 'stayed')
    return 'Somebody had begun to leave the page or to stop its loading, or left it just after.'
  if (client.errorName === 'TimeoutError' && client.durationMs > callTimeoutMs + stillMs)
    return 'The page stood still past its own time limit: its answer may have waited in the browser.'
  if (!client.isOnline) return 'The browser said that it had no connection.'
  return client.errorName === 'TimeoutError' ? slowOrLost : null
}

/** The server had not done its part when the call ended. */
const judgeUnfinished = (client: ClientSide, server: ServerSide): Judgement => {
  if (client.errorName === 'TimeoutError') {
    const waiting = 'The call reached the server, which had not answered when the browser gave up.'
    return judge('timed_out', waiting, clientSaw(client))
  }
  if (server.closedMs === null) {
    return judge('unknown', 'The server received the call; nothing says how it went on.', clientSaw(client))
  }
  // A page that is left looks the same in some browsers, and nothing was done that could be lost.
  const closed = `The connection closed after ${secondsOf(server.closedMs)}, before the server had done anything.`
  return judge('unknown', closed, clientSaw(client))
}

/** A call that both sides know of and that brought no refusal. */
export const judgeArrived = (attempt: JudgedAttempt, client: ClientSide, server: ServerSide): Judgement => {
  const doneMs = server.finishedMs ?? server.committedMs
  const isTimeout = client.errorName === 'TimeoutError'
  const lateByMs = (attempt.receivedAfterMs ?? 0) - client.durationMs
  if (lateByMs > lateMs) {
    const late = `The request reached the server ${secondsOf(lateByMs)} after the browser had seen it fail.`
    return judge(isTimeout ? 'timed_out' : 'unknown', late, clientSaw(client))
  }
  if (doneMs === null) return judgeUnfinished(client, server)
  if (isTimeout && doneMs > client.durationMs - marginMs) {
    return judge('timed_out', serverDid(server), `The browser had given up after ${secondsOf(client.durationMs)}.`)
  }
  const isOnlyHere = client.originAnswered === true && client.addressAnswered === false
  const again = isOnlyHere ? [droppedAgain] : []
  const doubt = findDoubt(client)
  if (doubt !== null) return judge('unknown', serverDid(server), clientSaw(client), doubt)
  return judge('lost_response', serverDid(server), clientSaw(client), 'The person stayed on the page.', ...again)
}
