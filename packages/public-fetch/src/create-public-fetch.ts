import { DomainError } from '@afterword/errors'
import { lookup } from 'node:dns/promises'
import { Agent, fetch, type Response } from 'undici'
import { checkTarget } from './check-target.ts'
import { publicLookup, type Resolve } from './public-lookup.ts'
import { readBounded } from './read-bounded.ts'

/** As browsers count them, fewer than they allow. */
const mostRedirects = 5
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
const connectMs = 5_000
const mostHeaderBytes = 16 * 1024

export interface PublicRequest {
  readonly url: string
  /** Media types that are understood, for `Accept`. */
  readonly accept: string
  /** Of the body after decompression. */
  readonly maxBytes: number
  /** For everything: name lookup, redirects and body. */
  readonly timeoutMs: number
}

export interface PublicResponse {
  /** Where it came from in the end, after redirects. */
  readonly url: string
  readonly status: number
  /** In lower case and without parameters; empty where there is none. */
  readonly contentType: string
  /** How text is written, as the header says; null where it does not. */
  readonly charset: string | null
  readonly body: Uint8Array
}

/** Asks a public address. It sends no cookie, no credential and no address of a page. */
export type PublicFetch = (request: PublicRequest) => Promise<PublicResponse>

export interface PublicFetchOptions {
  /** `host:port` that may be asked although they are private: the operator's own, and those of tests. */
  readonly allowedHosts?: readonly string[]
  readonly resolve?: Resolve
}

const resolveAll: Resolve = async (hostname) => await lookup(hostname, { all: true })

/** The reason that a library wrapped, as one of ours. */
const toDomainError = (error: unknown, signal: AbortSignal): DomainError => {
  for (let each = error; each instanceof Error; each = each.cause) if (each instanceof DomainError) return each
  return new DomainError(signal.aborted ? 'website.too_slow' : 'website.unreachable', { cause: error })
}

/** @see RFC 9110, 8.3 */
const readContentType = (header: string): Pick<PublicResponse, 'contentType' | 'charset'> => ({
  contentType: header.split(';', 1)[0]?.trim().toLowerCase() ?? '',
  charset: /;\s*charset="?([\w-]+)/i.exec(header)?.[1]?.toLowerCase() ?? null,
})

const openAgent = (resolve: Resolve | null): Agent =>
  new Agent({
    connect: { timeout: connectMs, ...(resolve === null ? {} : { lookup: publicLookup(resolve) }) },
    maxHeaderSize: mostHeaderBytes,
    // An address is rarely asked twice: nothing is kept open to strangers.
    pipelining: 0,
  })

/**
 * The one way out to addresses that people type. It reaches public addresses on the ports of the web only: every
 * spelling, every redirect and every answer of the DNS is checked, and the connection goes to the address that was.
 *
 * @throws DomainError `website.address_invalid`, `website.not_public`, `website.unreachable`, `website.too_slow`,
 *   `website.too_large`, `website.too_many_redirects`; a status that is no success is given back, not thrown
 */
export const createPublicFetch = ({
  allowedHosts = [],
  resolve = resolveAll,
}: PublicFetchOptions = {}): PublicFetch => {
  const allowed: ReadonlySet<string> = new Set(allowedHosts)
  const [publicAgent, ownAgent] = [openAgent(resolve), openAgent(null)]
  const ask = async (url: URL, accept: string, signal: AbortSignal): Promise<Response> =>
    await fetch(url, {
      dispatcher: allowed.has(url.host) ? ownAgent : publicAgent,
      redirect: 'manual',
      headers: { accept, 'user-agent': 'Afterword' },
      signal,
    })
  const follow = async ({ url: first, accept }: PublicRequest, signal: AbortSignal): Promise<[URL, Response]> => {
    let url = checkTarget(first, allowed)
    for (let count = 0; count <= mostRedirects; count += 1) {
      const response = await ask(url, accept, signal)
      const location = response.headers.get('location')
      if (location === null || !redirects.has(response.status)) return [url, response]
      await response.body?.cancel()
      url = checkTarget(URL.canParse(location, url.href) ? new URL(location, url.href).href : location, allowed)
    }
    throw new DomainError('website.too_many_redirects')
  }
  return async (request) => {
    const signal = AbortSignal.timeout(request.timeoutMs)
    try {
      const [url, response] = await follow(request, signal)
      return {
        url: url.href,
        status: response.status,
        ...readContentType(response.headers.get('content-type') ?? ''),
        body: await readBounded(response.body, request.maxBytes),
      }
    } catch (error) {
      throw toDomainError(error, signal)
    }
  }
}
