import type { Keyring } from '@afterword/auth/keyring'
import type { Executor } from '@afterword/db/connection/client'
import { mailAllowance } from '@afterword/db/schema'
import { sql } from 'drizzle-orm'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

interface Allowance {
  /** After the first mail, the second, …: how long there is no further one. The last counts for all after it. */
  readonly waits: readonly number[]
  /** So long after the last mail the next one is a first one again. */
  readonly forgetAfter: number
}

/**
 * Every mail that somebody can cause for an address that may not be theirs, in seconds. Waits grow: a person
 * who needs the mail has it at once, a person who wants to annoy gets one a day sent.
 *
 * @see docs/decisions/032-mail-allowance.md
 */
export const mailAllowances = {
  /** Asked in a browser that the account knows: its own person, whatever strangers ask for. */
  'sign_in.own': { waits: [0, 0, 0, minute, 10 * minute], forgetAfter: hour },
  /** Asked from one network. */
  'sign_in.stranger': { waits: [0, minute, 10 * minute, hour, 6 * hour, day], forgetAfter: 7 * day },
  'password_reset.own': { waits: [0, 0, 0, minute, 10 * minute], forgetAfter: hour },
  'password_reset.stranger': { waits: [0, minute, 10 * minute, hour, 6 * hour, day], forgetAfter: 7 * day },
  /** From one shop to one address, whether the same invitation or a further one. */
  invitation: { waits: [minute, 10 * minute, hour, 6 * hour, day], forgetAfter: 7 * day },
  /** Asked with an address or a dead link. A stranger's asking costs the customer nothing: the mail has their links. */
  fresh_link: { waits: [minute, 10 * minute, hour, 6 * hour, day], forgetAfter: 7 * day },
  /** The same for a customer who wants no mails of the shop; the mail says so. */
  'fresh_link.unsubscribed': { waits: [7 * day], forgetAfter: 7 * day },
  /** Sent by the shop's people to a customer who gave up. */
  'fresh_link.resent': { waits: [0, 0, hour, day], forgetAfter: 7 * day },
} as const satisfies Record<string, Allowance>

export type MailKind = keyof typeof mailAllowances

/**
 * Takes the leave to send one more mail. One statement decides and notes it: of any number of askers at once
 * one gets it. Take it in the transaction that enqueues the mail.
 *
 * @param subject  Whom it is counted for; an address in the spelling of `foldEmail`. Stored as an HMAC.
 * @returns False when the mail must not go. The asker gets the same answer either way.
 */
export const takeMailAllowance = async (
  deps: { readonly db: Executor; readonly keyring: Keyring },
  kind: MailKind,
  subject: string,
): Promise<boolean> => {
  const { waits, forgetAfter } = mailAllowances[kind]
  const clock = sql`clock_timestamp()`
  const sent = sql`case when a.forgotten_at <= ${clock} then 1 else a.sent + 1 end`
  const waitAfter = (count: ReturnType<typeof sql>) =>
    sql`${clock} + make_interval(secs => (${`{${waits.join(',')}}`}::int[])[least(${count}, ${waits.length})])`
  const forgottenAt = sql`${clock} + make_interval(secs => ${forgetAfter})`
  const taken = await deps.db.execute(sql`
    insert into ${mailAllowance} as a (kind, subject, sent, next_at, forgotten_at)
    values (${kind}, ${deps.keyring.hmac('mail-allowance', `${kind}\n${subject}`)}, 1, ${waitAfter(sql`1`)}, ${forgottenAt})
    on conflict (kind, subject) do update
    set sent = ${sent}, next_at = ${waitAfter(sent)}, forgotten_at = ${forgottenAt}
    where a.next_at <= ${clock}
    returning a.sent`)
  return taken.length > 0
}
