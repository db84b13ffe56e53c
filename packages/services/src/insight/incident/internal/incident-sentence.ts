import { secondsOf } from '../../../kernel/seconds-of.ts'
import { outcomeUnitOf, type Verdict } from '@afterword/validation/incident/rules'

/** What the sentence of an incident is made of. Times as Postgres tells them, in any zone. */
export interface IncidentFacts {
  readonly verdict: Verdict
  readonly procedure: string
  readonly first_at: string
  readonly last_at: string
  readonly attempts: number
  /** In the unit of `outcomeUnitOf`, as `gave_up` is. */
  readonly recovered: number
  readonly gave_up: number
  readonly shop_count: number
  readonly shop_name: string | null
  readonly finished: number
  readonly slowest_ms: number | null
  /** The longest that a browser waited; null when none has told. */
  readonly waited_ms: number | null
  /** Set when all of it concerns one order. */
  readonly only_order: string | null
  readonly order_items: number
  readonly items_hit: number
  readonly gave_up_orders: readonly string[]
}

/** How it ended, for one attempt and for more. */
const endings: Readonly<Record<Verdict, readonly [one: string, more: string]>> = {
  lost_response: ['the response was lost', 'responses were lost'],
  never_arrived: [
    'the server has no trace of it and its log has no gap',
    'the server has no trace of them and its log has no gap',
  ],
  aborted_by_visitor: ['the page was left meanwhile', 'the pages were left meanwhile'],
  blocked_by_client: ['the browser sent nothing', 'the browsers sent nothing'],
  offline: ['the device had no connection', 'the devices had no connection'],
  timed_out: ['the answer came too late or not at all', 'the answers came too late or not at all'],
  server_error: ['the server answered that it failed', 'the server answered that it failed'],
  rejected: ['the server refused it', 'the server refused them'],
  mail_scanner: ['no person was there', 'no person was there'],
  browser_noise: ['no call of ours was the cause', 'no call of ours was the cause'],
  unknown: ['the evidence does not say why', 'the evidence does not say why'],
}

/** `customer.review.submit` as people call it: `review.submit`. */
export const shortName = (procedure: string): string => procedure.replace(/^customer\./, '')

const plural = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Day and minute in UTC: `21 Nov 2026`, `08:02`. */
const clockOf = (at: string): { readonly day: string; readonly minute: string } => {
  const time = new Date(at)
  const day = `${time.getUTCDate()} ${months[time.getUTCMonth()]} ${time.getUTCFullYear()}`
  return { day, minute: time.toISOString().slice(11, 16) }
}

const whenOf = ({ first_at: firstAt, last_at: lastAt }: IncidentFacts): string => {
  const [first, last] = [clockOf(firstAt), clockOf(lastAt)]
  if (first.day !== last.day) return `between ${first.minute} on ${first.day} and ${last.minute} on ${last.day} (UTC)`
  const span = first.minute === last.minute ? `at ${first.minute}` : `between ${first.minute} and ${last.minute}`
  return `on ${first.day} ${span} UTC`
}

const beginningOf = ({ verdict, attempts, procedure, waited_ms: waitedMs }: IncidentFacts): string => {
  if (verdict === 'mail_scanner')
    return `${plural(attempts, 'visit of a mail scanner', 'visits of mail scanners')} to ${procedure}`
  if (verdict === 'browser_noise')
    return `${plural(attempts, 'error of a browser', 'errors of browsers')} on ${procedure}`
  const told = waitedMs === null ? '' : ' in the browser'
  return `${plural(attempts, 'call')} to ${shortName(procedure)} failed${told}`
}

const whereOf = ({ shop_count: shopCount, shop_name: shopName, ...facts }: IncidentFacts): string => {
  const items = facts.items_hit > 0 ? ` (${facts.items_hit} of ${plural(facts.order_items, 'line item')})` : ''
  const order = facts.only_order === null ? '' : `, order ${facts.only_order}${items},`
  const shops = shopCount === 1 ? ` for ${shopName ?? 'one shop'}` : ` for ${shopCount} shops`
  return `${shopCount === 0 ? '' : shops}${order}`
}

const finishedOf = (finished: number, attempts: number): string => {
  if (finished < attempts) return `${finished} of them`
  if (attempts === 1) return 'it'
  return attempts === 2 ? 'both' : `all ${attempts}`
}

const serverOf = (facts: IncidentFacts): string => {
  const { attempts, finished, slowest_ms: slowestMs, waited_ms: waitedMs } = facts
  if (finished === 0 || slowestMs === null) return ''
  const browsers = attempts === 1 ? 'the browser' : 'browsers'
  const waited = waitedMs === null || waitedMs === 0 ? '' : ` while ${browsers} waited up to ${secondsOf(waitedMs)}`
  return `; the server finished ${finishedOf(finished, attempts)} within ${secondsOf(Math.ceil(slowestMs))}${waited}`
}

const outcomeOf = ({ procedure, recovered, gave_up: gaveUp, gave_up_orders: orders }: IncidentFacts): string => {
  const unit = outcomeUnitOf(procedure)
  const names = orders.length > 0 ? ` (${orders.join(', ')})` : ''
  const ends = [
    ...(recovered > 0 ? [`${plural(recovered, unit)} recovered`] : []),
    ...(gaveUp > 0 ? [`${plural(gaveUp, unit)} given up${names}`] : []),
  ]
  return ends.length === 0 ? '' : `; ${ends.join(', ')}`
}

/** The sentence an engineer would write: what failed, where, when (day and minute in UTC), how it ended. */
export const incidentSentence = (facts: IncidentFacts): string => {
  const ending = endings[facts.verdict][facts.attempts === 1 ? 0 : 1]
  return `${beginningOf(facts)}${whereOf(facts)} ${whenOf(facts)}${serverOf(facts)}; ${ending}${outcomeOf(facts)}.`
}
