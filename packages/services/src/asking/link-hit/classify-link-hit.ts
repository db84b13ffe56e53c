/**
 * Programs that say who they are, in short: the general words and the best known mail, chat and
 * command-line fetchers among the patterns of monperrus/crawler-user-agents (MIT), plus mail gateways.
 */
const programs =
  /bot\b|bot[/_-]|crawl|spider|scan|preview|monitor|archive|fetch|headless|phantom|lighthouse|validator|checker|facebookexternalhit|whatsapp|slack-|skypeuri|google-|googleimageproxy|mediapartners|apis-google|yahoo! slurp|python|aiohttp|httpx|libwww|curl\/|wget|go-http-client|java\/|okhttp|apache-httpclient|axios|node-fetch|undici|ruby|perl|php|microsoft office|ms-office|barracuda|mimecast|proofpoint|symantec|trendmicro|cloudmark|zscaler|fortiguard|safelinks|http[s]?:\/\/|@/i

/** A request for a mailed link, as far as it tells people from programs. */
export interface LinkRequest {
  readonly method: string
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

const textOf = ({ headers }: LinkRequest, name: string): string => {
  const value = headers[name]
  return typeof value === 'string' ? value : ''
}

const isFetchedAhead = (request: LinkRequest): boolean =>
  ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].some((name) => /prefetch|preview/i.test(textOf(request, name)))

/** Whether a program asked, by its own word or by what no browser of a person leaves out. */
export const isScannerRequest = (request: LinkRequest): boolean => {
  const userAgent = textOf(request, 'user-agent')
  if (request.method === 'HEAD' || isFetchedAhead(request)) return true
  if (userAgent === '' || programs.test(userAgent)) return true
  return textOf(request, 'accept-language') === '' || textOf(request, 'accept') === ''
}
