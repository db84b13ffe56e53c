import { findDoubt } from './judge-arrived.ts'
import { type ClientSide, clientSaw, judge, type JudgedAttempt, type Judgement } from '../judgement.ts'

/** The log may lack the call. */
const judgeInGap = ({ wasStoredMeanwhile }: JudgedAttempt, client: ClientSide): Judgement => {
  const doubt = findDoubt(client)
  if (!wasStoredMeanwhile) return judge('unknown', 'The server’s log has a gap around that time.', clientSaw(client))
  const stored = 'The review is stored under this submission; the process that took it left no log.'
  return judge(
    doubt === null ? 'lost_response' : 'unknown',
    stored,
    clientSaw(client),
    ...(doubt === null ? [] : [doubt]),
  )
}

/** A call of which the server has no trace. */
export const judgeUntraced = (attempt: JudgedAttempt, client: ClientSide): Judgement => {
  if (client.isForbidden) {
    return judge('blocked_by_client', 'The browser said that the page’s content policy forbade the call.')
  }
  if (!attempt.isServerLogComplete) return judgeInGap(attempt, client)
  const untraced = 'The server knows nothing of the call, and its log has no gap.'
  if (attempt.wasStoredMeanwhile) {
    return judge('unknown', untraced, 'All the same its review was stored meanwhile: by another try, or unseen.')
  }
  if (client.httpStatus !== null) {
    const other = `Something else answered ${client.httpStatus} in our place; the server knows nothing of the call.`
    return judge('never_arrived', other)
  }
  if (client.errorName === 'TimeoutError') return judge('never_arrived', untraced, clientSaw(client))
  if (client.originAnswered === false) {
    const away = 'Another address of ours brought the browser nothing either when it looked again.'
    return judge('never_arrived', untraced, clientSaw(client), away)
  }
  if (client.originAnswered === true && client.addressAnswered === false) {
    const blocked = 'Right after it another address of ours was answered, and this one twice was not.'
    return judge('blocked_by_client', untraced, clientSaw(client), blocked)
  }
  const once = 'A block that is gone and a connection that broke once look the same.'
  return judge('unknown', untraced, clientSaw(client), once)
}
