import { callerHeader } from '@afterword/auth/caller-header'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Caller } from './caller.ts'

/** Headers in which proxies say who asks, and those with which Next's parts tell each other what has been decided. */
const saidByProxies: ReadonlySet<string> = new Set([
  callerHeader,
  'cf-connecting-ip',
  'cf-connecting-ipv6',
  'cf-pseudo-ipv4',
  'client-ip',
  'fastly-client-ip',
  'fly-client-ip',
  'forwarded',
  'forwarded-for',
  'true-client-ip',
  'x-appengine-user-ip',
  'x-azure-clientip',
  'x-azure-socketip',
  'x-client-ip',
  'x-cluster-client-ip',
  'x-envoy-external-address',
  'x-host',
  'x-http-host-override',
  'x-matched-path',
  'x-original-forwarded-for',
  'x-original-host',
  'x-original-url',
  'x-page-path',
  'x-real-ip',
  'x-rewrite-url',
])
const saidByFamilies = /^x-(?:forwarded|middleware|invoke|vercel)-/

/**
 * The longest a header may be that others run expressions over, in letters. Next's for the name of a browser takes
 * two seconds over 15,000 of them, and grows with the square.
 */
const longest = {
  'user-agent': 256,
  'content-type': 256,
  origin: 512,
  range: 128,
  'if-modified-since': 128,
  'if-none-match': 1_024,
  referer: 1_024,
} as const
/** Of lists: cut between two entries. */
const longestList = {
  accept: [512, ','],
  'accept-encoding': [128, ','],
  'accept-language': [256, ','],
  cookie: [8_192, ';'],
} as const

const lastOf = (value: string | string[] | undefined): string | undefined =>
  [value ?? []]
    .flat()
    .flatMap((part) => part.split(','))
    .map((part) => part.trim())
    .findLast((part) => part !== '')

const shortenList = (value: string, [most, separator]: readonly [number, string]): string => {
  if (value.length <= most) return value
  return value.slice(0, Math.max(0, value.lastIndexOf(separator, most)))
}

const shorten = (headers: IncomingHttpHeaders): void => {
  for (const [name, most] of Object.entries(longest)) {
    const value = headers[name]
    if (typeof value === 'string' && value.length > most) headers[name] = value.slice(0, most)
  }
  for (const [name, bounds] of Object.entries(longestList)) {
    const value = headers[name]
    if (typeof value === 'string') headers[name] = shortenList(value, bounds)
  }
}

/**
 * Leaves of a request's headers what may be believed, no longer than anybody needs. Whatever else says who asks, for
 * which host, over which protocol or under which id is taken out unless a proxy of ours said it; `x-forwarded-for`
 * is the caller's one address afterwards.
 */
export const cleanHeaders = ({ headers }: IncomingMessage, { address, isProxied }: Caller): void => {
  const host = isProxied ? lastOf(headers['x-forwarded-host']) : undefined
  const protocol = isProxied ? lastOf(headers['x-forwarded-proto']) : undefined
  for (const name of Object.keys(headers)) {
    if (saidByProxies.has(name) || saidByFamilies.test(name)) delete headers[name]
  }
  if (!isProxied) delete headers['x-request-id']
  headers['x-forwarded-for'] = address
  if (host !== undefined) headers['x-forwarded-host'] = host
  if (protocol !== undefined) headers['x-forwarded-proto'] = protocol
  shorten(headers)
}
