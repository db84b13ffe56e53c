import { judgeArrived } from './judge-arrived.ts'
import { judgeUntraced } from './judge-untraced.ts'
import { type ClientSide, judge, type JudgedAttempt, type Judgement, type ServerSide } from '../judgement.ts'

/** What mail scanners that run pages in a hidden browser leave behind. */
const scannerRejection = /Object Not Found Matching Id:\d+, MethodName:\w+, ParamCount:\d+/
const extensionFrame = /(?:chrome|moz|safari(?:-web)?)-extension:\/\//

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
  if (client.presence === 'left') {
    return judge('aborted_by_visitor', 'The page ended, and the call with it.')
  }
  if (client.errorName === 'AbortError') {
    return judge('aborted_by_visitor', 'The call was called off by the page itself (AbortError).')
  }
  if (server !== null) return judgeArrived(attempt, client, server)
  if (!client.isOnline)
    return judge('offline', 'The browser said that it had no connection, and the server knows nothing of the call.')
  return judgeUntraced(attempt, client)
}
