'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'

/** Scrolls a wide table sideways. It is a tab stop while there is something to scroll to, and only then. */
export const TableRegion = ({ label, children }: { label: string; children: ReactNode }) => {
  const region = useRef<HTMLDivElement>(null)
  const [isWider, setIsWider] = useState(false)
  useEffect(() => {
    const { current } = region
    if (current === null) return
    // A table that grows makes its region no larger: both are watched.
    const observer = new ResizeObserver(() => setIsWider(current.scrollWidth > current.clientWidth))
    for (const element of [current, ...current.children]) observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div
      ref={region}
      role="region"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={isWider ? 0 : undefined}
      className="relative overflow-x-auto rounded-xl border border-line bg-surface"
    >
      {children}
    </div>
  )
}
