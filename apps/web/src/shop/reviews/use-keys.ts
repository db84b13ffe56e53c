'use client'

import { useEffect, useRef } from 'react'
import { isComposing } from '#ui/is-composing.ts'
import { type DeskAct, deskActs, deskKeyOf, deskKeys } from './desk-key.ts'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** Single keys for acts; they do nothing while text is typed, by an input method too, or a dialog is open. */
export const useKeys = (acts: Readonly<Record<DeskAct, () => void>>): void => {
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.repeat) return
      if (isComposing(event) || isTyping(event.target)) return
      if (document.querySelector('[role="dialog"]') !== null) return
      const key = deskKeyOf(event)
      const act = deskActs.find((each) => deskKeys[each] === key)
      if (act === undefined) return
      event.preventDefault()
      latest.current[act]()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
