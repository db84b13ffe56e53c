const sheets = new Map<string, CSSStyleSheet>()

const sheetOf = (text: string): CSSStyleSheet => {
  const known = sheets.get(text)
  if (known !== undefined) return known
  const made = new CSSStyleSheet()
  made.replaceSync(text)
  sheets.set(text, made)
  return made
}

/** Safari does from 16.4 on. */
const takesConstructedSheets = (): boolean =>
  'adoptedStyleSheets' in Document.prototype && 'replaceSync' in CSSStyleSheet.prototype

/**
 * Gives an element its shadow root with a style sheet: a constructed one, shared by all, which is allowed where a
 * page's policy forbids inline styles; an older browser gets a `<style>`.
 */
export const openRoot = (host: HTMLElement, styles: string): ShadowRoot => {
  const root = host.attachShadow({ mode: 'open' })
  if (takesConstructedSheets()) root.adoptedStyleSheets = [sheetOf(styles)]
  else root.append(Object.assign(document.createElement('style'), { textContent: styles }))
  return root
}
