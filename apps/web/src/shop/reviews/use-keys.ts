'use client'

import { useEffect, useRef } from 'react'
import { isComposing } from '#ui/is-composing.ts'
import { deskKeyOf } from './desk-key.ts'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** Single keys for acts, silent while somebody types, by an input method too, or a dialog is open. */
export const useKeys = (acts: Readonly<Record<string, () => void>>): void => {
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.repeat) return
      if (isComposing(event) || isTyping(event.target)) return
      if (document.querySelector('[role="dialog"]') !== null) return
      const act = latest.current[deskKeyOf(event)]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
