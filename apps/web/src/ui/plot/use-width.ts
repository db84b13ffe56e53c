'use client'

import { type RefObject, useEffect, useState } from 'react'

/** The width of an element in CSS pixels, kept up to date; a guess until it is measured. */
export const useWidth = (element: RefObject<HTMLElement | null>, guess: number): number => {
  const [width, setWidth] = useState(guess)
  useEffect(() => {
    if (element.current === null) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.max(240, entry?.contentRect.width ?? guess)))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element, guess])
  return width
}
