import type { CSSProperties } from 'react'
import { readableAccent } from './accent.ts'

/** The custom properties that `.shop-theme` in globals.css reads. */
export const shopThemeStyle = (accentColor: string): CSSProperties => {
  const { light, dark } = readableAccent(accentColor)
  const properties: Record<`--${string}`, string> = {
    '--shop-accent': light.accent,
    '--shop-accent-hover': light.hover,
    '--shop-accent-ink': light.ink,
    '--shop-accent-text': light.text,
    '--shop-dark-accent': dark.accent,
    '--shop-dark-accent-hover': dark.hover,
    '--shop-dark-accent-ink': dark.ink,
    '--shop-dark-accent-text': dark.text,
  }
  return properties
}
