'use client'

import { useEffect, useRef } from 'react'
import { isFocusAdrift, returnFocus } from '#ui/return-focus.ts'

/**
 * Keeps the focus when an act takes its review out of the queue: the button that was pressed goes with the review, and
 * its row will.
 *
 * @returns To be called with the review that an act begins on.
 */
export const useActFocus = (selectedId: string | undefined): ((reviewId: string) => void) => {
  const actedOn = useRef<string>(null)
  useEffect(() => {
    if (actedOn.current === null || actedOn.current === selectedId) return
    actedOn.current = null
    if (isFocusAdrift() || document.activeElement?.hasAttribute('data-stop') === true) returnFocus(null)
  }, [selectedId])
  return (reviewId) => {
    actedOn.current = reviewId
  }
}
