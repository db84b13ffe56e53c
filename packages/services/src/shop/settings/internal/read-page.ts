import { Parser } from 'htmlparser2'

/** What a website's page says of the shop; nothing of it is checked. */
export interface PageFacts {
  readonly language: string | null
  readonly names: readonly string[]
  readonly colors: readonly string[]
  /** As they are written in the page, best first. */
  readonly logos: readonly string[]
}

interface Found {
  language: string | null
  readonly meta: Map<string, string>
  readonly icons: { readonly href: string; readonly rank: number }[]
  readonly data: string[]
  title: string
}

/** A larger picture is a better logo; one without a size is an icon for a browser's tab. */
const rankOf = ({ rel = '', sizes = '' }: Record<string, string>): number => {
  const size = sizes === 'any' ? 512 : Number(/^\d+/.exec(sizes)?.[0] ?? 0)
  return (rel.includes('apple-touch-icon') ? 1_000 : 0) + Math.min(size, 512)
}

const collect = (html: string): Found => {
  const found: Found = { language: null, meta: new Map(), icons: [], data: [], title: '' }
  let target: 'title' | 'data' | null = null
  const parser = new Parser({
    onopentag(name, attributes) {
      target = null
      if (name === 'html') found.language = attributes['lang'] ?? null
      if (name === 'title' && found.title === '') target = 'title'
      if (name === 'script' && attributes['type'] === 'application/ld+json') {
        target = 'data'
        found.data.push('')
      }
      const { content, href } = attributes
      const key = (attributes['property'] ?? attributes['name'])?.toLowerCase()
      if (name === 'meta' && key !== undefined && content !== undefined && !found.meta.has(key))
        found.meta.set(key, content)
      const rel = attributes['rel']?.toLowerCase() ?? ''
      if (name === 'link' && href !== undefined && /(?:^|\s)(?:icon|apple-touch-icon)(?:$|\s|-)/.test(rel))
        found.icons.push({ href, rank: rankOf({ ...attributes, rel }) })
    },
    ontext(text) {
      if (target === 'title') found.title += text
      if (target === 'data') found.data[found.data.length - 1] += text
    },
    onclosetag: () => void (target = null),
  })
  parser.end(html)
  return found
}

type Thing = Readonly<Record<string, unknown>>

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null

/** The things of a JSON-LD block: one, a list, or a graph. */
const thingsOf = (text: string): readonly Thing[] => {
  try {
    const value: unknown = JSON.parse(text)
    const graph = isThing(value) && Array.isArray(value['@graph']) ? (value['@graph'] as unknown[]) : [value]
    return graph.flat().filter(isThing)
  } catch {
    return []
  }
}

const organizations: ReadonlySet<unknown> = new Set(['Organization', 'OnlineStore', 'Store', 'LocalBusiness', 'Brand'])

const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return isThing(value) ? textsOf(value['url'] ?? value['contentUrl']) : []
}

/** Shops write «Name – what we sell»: the part before the first mark that parts. */
const nameInTitle = (title: string): string => title.split(/\s[|–—·-]\s/u, 1)[0] ?? ''

/** What a page says of the shop it belongs to: name, language, colour and logo, each best first. */
export const readPage = (html: string): PageFacts => {
  const { language, meta, icons, data, title } = collect(html)
  const shops = data
    .flatMap(thingsOf)
    .filter(({ '@type': type }) => [type].flat().some((each) => organizations.has(each)))
  const metaOf = (...keys: readonly string[]): string[] => keys.map((key) => meta.get(key) ?? '')
  const names = [
    ...metaOf('og:site_name'),
    ...shops.flatMap(({ name }) => textsOf(name)),
    ...metaOf('application-name'),
    nameInTitle(title),
  ]
  const ranked = icons.toSorted((first, second) => second.rank - first.rank).map(({ href }) => href)
  const said = (texts: readonly string[]): string[] => texts.map((text) => text.trim()).filter((text) => text !== '')
  return {
    language,
    names: said(names),
    colors: said(metaOf('theme-color', 'msapplication-tilecolor')),
    logos: said([...shops.flatMap(({ logo }) => textsOf(logo)), ...ranked]),
  }
}
