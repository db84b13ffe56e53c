/** The most that is read of a packet, in bytes: all headers the server takes. */
const longest = 16_384

/** What stands at the head of a request that could not be read to its end. */
export interface ReadHead {
  readonly url: string
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Reads the head of a request out of the bytes it came in, as far as they go.
 *
 * @param packet  The bytes that came last.
 * @returns Null when they do not begin with a request: its beginning came before.
 */
export const readHead = (packet: Uint8Array): ReadHead | null => {
  const [first = '', ...lines] = Buffer.from(packet.subarray(0, longest)).toString('latin1').split('\r\n')
  const url = /^[A-Z]+ (\S+) HTTP\/1\.[01]$/.exec(first)?.[1]
  if (url === undefined) return null
  const pairs = lines.map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, Math.max(0, colon)).toLowerCase(), line.slice(colon + 1).trim()]
  })
  return { url, headers: Object.fromEntries(pairs) as Record<string, string> }
}
