/** What a second look right after a failure found; null where it was not looked, or the answers differed. */
export interface Looked {
  /** Whether another small address of this origin was answered, by us. */
  readonly originAnswered: boolean | null
  /** Whether the very address that failed was answered, by us or by what stands in between. */
  readonly addressAnswered: boolean | null
}

interface LookDeps {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly wait: (ms: number) => Promise<void>
}

export const notLooked: Looked = { originAnswered: null, addressAnswered: null }

/** Answered by every process, however busy, and named by no list of what to block. */
const originUrl = '/healthz'
const patienceMs = 3_000
/** Between two looks at an address that alone is not answered. */
const pauseMs = 700

/**
 * Looks what is answered after a call that brought nothing: the same failure in the browser is a blocked address, a
 * server that is away or a connection that broke once. Nobody waits for it, and one look at an address is shared by
 * all calls that fail meanwhile.
 *
 * @see docs/decisions/037-a-second-look.md
 */
export const createLook = ({ fetch, wait }: LookDeps): ((url: string) => Promise<Looked>) => {
  const running = new Map<string, Promise<Looked>>()
  const ask = async (url: string): Promise<Response | null> => {
    try {
      const signal = AbortSignal.timeout(patienceMs)
      return await fetch(url, { method: 'HEAD', cache: 'no-store', redirect: 'error', signal })
    } catch {
      return null
    }
  }
  const lookOnce = async (address: string): Promise<readonly [origin: boolean, address: boolean]> => {
    const [origin, same] = await Promise.all([ask(originUrl), ask(address)])
    // A hotel's sign-in page answers too; only ours names its request.
    return [origin?.ok === true && origin.headers.has('x-request-id'), same !== null]
  }
  const look = async (address: string): Promise<Looked> => {
    const [origin, same] = await lookOnce(address)
    if (!origin || same) return { originAnswered: origin, addressAnswered: same }
    // A block lasts; a connection that broke may have broken twice.
    await wait(pauseMs)
    const [originAgain, sameAgain] = await lookOnce(address)
    if (!originAgain) return notLooked
    return { originAnswered: true, addressAnswered: sameAgain ? null : false }
  }
  return async (url) => {
    const [address = ''] = url.split('?', 1)
    const current = running.get(address) ?? look(address).finally(() => running.delete(address))
    running.set(address, current)
    return await current
  }
}
