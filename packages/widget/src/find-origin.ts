const path = '/storefront/v1/widget.js'

const originOf = (script: Element | null): string | null => {
  try {
    const { origin, pathname } = new URL((script as HTMLScriptElement | null)?.src ?? '')
    return pathname === path ? origin : null
  } catch {
    return null
  }
}

/**
 * The installation this script came from. A module, or a copy within another script, has no element that says so: then
 * it is the page's only one, or the installation's public address.
 */
export const findOrigin = (publicOrigin: string): string => {
  const current = originOf(document.currentScript)
  if (current !== null) return current
  const origins = new Set([...document.querySelectorAll('script[src]')].flatMap((script) => originOf(script) ?? []))
  const [only] = origins
  return only !== undefined && origins.size === 1 ? only : publicOrigin
}
