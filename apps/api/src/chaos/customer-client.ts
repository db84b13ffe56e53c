import type { Random } from '@afterword/db/seed/random'
import type { ClientAttempt } from '@afterword/validation/incident/client-report'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { deliver, DeliveryPaused } from '../../../web/src/customer/delivery/deliver.ts'
import { publicUrl } from '../testing/api-process.ts'

export interface Writing {
  readonly code: string
  readonly lineItemId: string
  readonly submissionId: string
  readonly rating: number
  readonly body: string
}

/** What a page keeps of a try that failed, until it can tell. */
export type FailedTry = Omit<ClientAttempt, 'startedMsAgo'> & { readonly startedAt: number }

/** What the world did to one customer's tries. */
export interface Counts {
  tries: number
  unanswered: number
  busy: number
  asked: number
}

export interface Chronicle {
  readonly counts: Counts
  readonly failures: FailedTry[]
}

interface Received {
  readonly id: string
  readonly body: string
}

/** How long a browser of this test waits for an answer: short, so that black holes cost little. */
const patienceMs = 4_000
/** The page's waits, made short by this: their order and number stay. */
const hurry = 0.05

class Refused extends Error {
  readonly status: number
  /** What `Retry-After` asked for, in milliseconds. */
  readonly retryAfterMs: number

  constructor(response: Response, text: string) {
    super(`${response.status} ${text}`)
    this.status = response.status
    this.retryAfterMs = Number(response.headers.get('retry-after') ?? 0) * 1_000
  }
}

const read = async (response: Response): Promise<unknown> => {
  const text = await response.text()
  if (response.status !== 200) throw new Refused(response, text)
  return (JSON.parse(text) as { result: { data: unknown } }).result.data
}

const createCalls = (writing: Writing, urls: { next: () => string }, { counts, failures }: Chronicle) => {
  const headers = { 'content-type': 'application/json', 'x-app': '1', origin: publicUrl }
  const call = async (path: string, init: RequestInit): Promise<unknown> => {
    const [attemptId, startedAt, startedMs] = [randomUUID(), Date.now(), performance.now()]
    try {
      const signal = AbortSignal.timeout(patienceMs)
      const attempt = { ...headers, 'x-attempt-id': attemptId }
      return await read(await fetch(`${urls.next()}/api/trpc/${path}`, { ...init, headers: attempt, signal }))
    } catch (error) {
      counts[error instanceof Refused ? 'busy' : 'unanswered'] += 1
      failures.push({
        kind: 'attempt',
        attemptId,
        startedAt,
        durationMs: performance.now() - startedMs,
        submissionId: writing.submissionId,
        lineItemId: writing.lineItemId,
        procedure: path.split('?', 1)[0] ?? path,
        errorName: error instanceof Error ? error.name : 'unknown',
        errorMessage: error instanceof Error ? error.message.slice(0, 200) : '',
        httpStatus: error instanceof Refused ? error.status : null,
        isOnline: true,
        wasHidden: false,
        wasLeaving: false,
        requestStarted: null,
        presence: 'stayed',
        originAnswered: null,
        addressAnswered: null,
        isForbidden: false,
        release: null,
      })
      throw error
    }
  }
  return {
    async send(): Promise<Received> {
      counts.tries += 1
      const answer = await call('customer.review.submit', { method: 'POST', body: JSON.stringify(writing) })
      return (answer as { review: Received }).review
    },
    async check(): Promise<Received | null> {
      counts.asked += 1
      const { code, submissionId } = writing
      const input = encodeURIComponent(JSON.stringify({ code, submissionId }))
      return ((await call(`customer.review.status?input=${input}`, {})) as { review: Received | null }).review
    },
  }
}

/**
 * A customer whose page delivers one review as apps/web does, by its own code. Between two deliveries
 * that pause, the page is loaded again.
 *
 * @returns The review the server acknowledged, or null when the customer gave up.
 */
export const deliverAsCustomer = async (
  writing: Writing,
  world: { urls: { next: () => string }; chronicle: Chronicle; random: Random; visits: number },
): Promise<Received | null> => {
  const delivery = {
    ...createCalls(writing, world.urls, world.chronicle),
    wait: async (milliseconds: number) => await sleep(milliseconds * hurry),
    isFinal: (error: unknown) => error instanceof Refused && error.status < 500 && error.status !== 429,
    retryAfterMs: (error: unknown) => (error instanceof Refused ? error.retryAfterMs : 0),
    onPhase: () => undefined,
    random: world.random.next,
  }
  for (let visit = 0; visit < world.visits; visit += 1) {
    try {
      return await deliver<Received>(delivery, { isResumed: visit > 0 })
    } catch (error) {
      if (!(error instanceof DeliveryPaused)) throw error
    }
  }
  return null
}
