/** The desk's keys by what they do. */
export const deskKeys = {
  next: 'j',
  previous: 'k',
  publish: 'p',
  reject: 'r',
  reply: 'e',
  undo: 'z',
  search: '/',
  help: '?',
} as const

export type DeskAct = keyof typeof deskKeys

export const deskActs = Object.keys(deskKeys) as DeskAct[]

/** How an act's key is shown: as its keycap shows it. */
export const keycapOf = (act: DeskAct): string => deskKeys[act].toUpperCase()

interface PressedKey {
  readonly key: string
  /** Where the key lies, named after a US keyboard: `KeyJ`. */
  readonly code: string
  readonly shiftKey: boolean
}

const isOfOtherScript = (key: string): boolean => /^[\p{L}\p{M}]+$/u.test(key) && !/\p{Script=Latin}/u.test(key)

/**
 * The desk's name of a pressed key: `j`, `/`, `?`. What the layout types comes first, so that Dvorak and AZERTY find
 * each letter where their keycaps show it. A layout of another script (Hangul, Cyrillic, Greek) types no Latin letter:
 * there the key's place counts, which is where such keycaps show the Latin letter too.
 */
export const deskKeyOf = ({ key, code, shiftKey }: PressedKey): string => {
  const typed = key.normalize('NFKC')
  if (!isOfOtherScript(typed)) return typed.toLowerCase()
  if (code === 'Slash') return shiftKey ? '?' : '/'
  return /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : typed
}
