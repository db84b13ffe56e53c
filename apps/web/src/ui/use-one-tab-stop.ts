'use client'

import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { isComposing } from './is-composing.ts'

/** What one can go to in the list, in its order. */
const stopsIn = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-stop]')]

const setStop = (stops: readonly HTMLElement[], chosen: HTMLElement | undefined): void => {
  for (const stop of stops) stop.tabIndex = stop === chosen ? 0 : -1
}

/** The place of the next stop for a key, or null for a key that moves nothing. */
export const stopAfter = (key: string, at: number, count: number): number | null => {
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1)
  if (key === 'ArrowUp') return Math.max(at - 1, 0)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

interface OneTabStop<List extends HTMLElement> {
  readonly ref: RefObject<List | null>
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void
}

/**
 * Props for a list that Tab enters once: arrows, Home and End move among the elements marked `data-stop`.
 * Tab enters at the current one (`aria-current`), else at the first.
 */
export const useOneTabStop = <List extends HTMLElement>(): OneTabStop<List> => {
  const ref = useRef<List>(null)
  const enterAtCurrent = (): void => {
    const stops = stopsIn(ref.current ?? document.createElement('div'))
    setStop(stops, stops.find((stop) => stop.hasAttribute('aria-current')) ?? stops[0])
  }
  // After each render: rows come and go.
  useEffect(() => {
    const list = ref.current
    if (list !== null && !list.contains(document.activeElement)) enterAtCurrent()
  })
  return {
    ref,
    onKeyDown: (event) => {
      if (ref.current === null || isComposing(event)) return
      if (event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return
      const stops = stopsIn(ref.current)
      const at = stops.indexOf(event.target as HTMLElement)
      const next = at === -1 ? null : stopAfter(event.key, at, stops.length)
      if (next === null) return
      event.preventDefault()
      stops[next]?.focus()
    },
    onFocus: (event) => {
      if (ref.current === null) return
      const stops = stopsIn(ref.current)
      const stop = stops.find((each) => each === event.target)
      if (stop !== undefined) setStop(stops, stop)
    },
    onBlur: (event) => {
      if (ref.current?.contains(event.relatedTarget) === false) enterAtCurrent()
    },
  }
}
