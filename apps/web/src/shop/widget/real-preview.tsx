'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { toPreview } from './preview-data.ts'

const tag = 'afterword-reviews'
const source = '/storefront/v1/widget.js'

type PreviewElement = HTMLElement & { preview: ReturnType<typeof toPreview> }

const loadWidget = (): void => {
  if (document.querySelector(`script[src="${source}"]`) !== null) return
  const script = document.createElement('script')
  script.type = 'module'
  script.src = source
  document.head.append(script)
}

/** The widget as shops embed it, with data handed in instead of fetched. `children` stand in until it runs. */
export const RealPreview = ({ data, children }: { data: ReturnType<typeof toPreview>; children: ReactNode }) => {
  const place = useRef<HTMLDivElement>(null)
  const [isDefined, setIsDefined] = useState(false)
  useEffect(() => {
    loadWidget()
    let isCurrent = true
    void customElements.whenDefined(tag).then(() => isCurrent && setIsDefined(true))
    return () => {
      isCurrent = false
    }
  }, [])
  useEffect(() => {
    if (!isDefined || place.current === null) return
    const there = place.current.firstElementChild as PreviewElement | null
    const element = there ?? (document.createElement(tag) as PreviewElement)
    element.preview = data
    // As on a shop's page in the shop's language, whatever this page's is.
    element.setAttribute('locale', data.summary.widget.locale)
    if (there === null) place.current.append(element)
  }, [isDefined, data])
  return isDefined ? <div ref={place} className="rounded-xl border border-line bg-surface p-5" /> : children
}
