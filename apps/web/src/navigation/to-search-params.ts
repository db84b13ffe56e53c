/** A page's `searchParams` as the browser has them; of repeated names the first counts, as `get` reads it. */
export const toSearchParams = (query: Readonly<Record<string, string | string[] | undefined>>): URLSearchParams => {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) params.append(name, each)
  }
  return params
}
