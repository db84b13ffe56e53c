import type { CSSProperties } from 'react'

const fontFamily =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'Apple SD Gothic Neo', 'Malgun Gothic', Roboto, Helvetica, Arial, sans-serif"
const muted = '#5c6470'

/** Mail programs read inline styles only; those that know dark mode get `darkStyles` on top. */
export const styles = {
  body: { margin: 0, padding: 0, backgroundColor: '#f4f5f6' },
  page: { padding: '24px 0', backgroundColor: '#f4f5f6', fontFamily },
  container: { maxWidth: 560, margin: '0 auto', backgroundColor: '#ffffff', borderRadius: 12, padding: '28px 24px' },
  shop: { fontSize: 20, fontWeight: 700, lineHeight: '28px', margin: 0 },
  text: { fontSize: 16, lineHeight: '24px', color: '#1d2530', margin: '16px 0 0' },
  orderName: { fontSize: 14, lineHeight: '20px', color: muted, margin: '24px 0 0' },
  item: { borderTop: '1px solid #e3e6ea', marginTop: 20, paddingTop: 20 },
  picture: { borderRadius: 8, objectFit: 'cover', display: 'block' },
  title: { fontSize: 16, fontWeight: 600, lineHeight: '22px', color: '#1d2530', margin: 0, overflowWrap: 'anywhere' },
  detail: { fontSize: 14, lineHeight: '20px', color: muted, margin: '2px 0 0' },
  star: { fontSize: 34, lineHeight: '40px', textDecoration: 'none', display: 'block' },
  word: { fontSize: 12, lineHeight: '16px', color: muted, display: 'block' },
  link: { fontSize: 15, lineHeight: '22px', fontWeight: 600, textDecoration: 'underline' },
  button: {
    display: 'inline-block',
    margin: '24px 0 8px',
    padding: '12px 22px',
    borderRadius: 8,
    fontSize: 16,
    lineHeight: '24px',
    fontWeight: 600,
    color: '#ffffff',
    textDecoration: 'none',
  },
  code: { fontSize: 28, fontWeight: 700, letterSpacing: 3, lineHeight: '36px', color: '#1d2530', margin: '16px 0 0' },
  address: { color: muted, wordBreak: 'break-all' },
  small: { fontSize: 12, lineHeight: '18px', color: muted, margin: '8px 0 0' },
  footer: { borderTop: '1px solid #e3e6ea', marginTop: 28, paddingTop: 12 },
} as const satisfies Record<string, CSSProperties>

/** Korean lines end between words; a word longer than its line still breaks. */
export const koreanLines = { wordBreak: 'keep-all', overflowWrap: 'break-word' } as const

export const darkStyles = `
@media (prefers-color-scheme: dark) {
  .page { background-color: #14171b !important; }
  .card { background-color: #1f242a !important; }
  .star { color: #f5b942 !important; }
  .ink { color: #f1f3f5 !important; }
  .quiet { color: #aab2bd !important; }
  .line { border-color: #363d46 !important; }
}`

/** A shop's accent colour, or ours when what is stored is no colour: it ends up in a style. */
export const safeAccent = (color: string): string => (/^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(color) ? color : '#2f5d50')
