'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { browserStore } from '#browser/browser-store.ts'
import { createDraftKeeper, type DraftKeeper, type DraftKeeperOptions } from './draft-keeper.ts'
import { createDraftSlot } from './draft-storage.ts'
import { type DraftView, noDraft } from './draft-view.ts'
import { fillForm } from '#customer/model/form-fields.ts'
import { readFormValues } from '#customer/model/form-values.ts'

interface DraftOptions extends Pick<DraftKeeperOptions, 'firstSubmissionId' | 'server' | 'onFilled'> {
  /** Names the item and whether a review is written or changed. */
  readonly key: string
}

interface KeptDraft extends Omit<DraftView, 'other'> {
  /** Exchanges what stands in the form with the other device's text; null when there is none. */
  readonly swap: (() => void) | null
  readonly submissionId: () => string
  /** To be called on every input. */
  readonly onInput: () => void
  readonly markSending: (isSending: boolean) => void
  readonly clear: () => void
}

/** Tells when the page is left and when it is looked at again. @returns Ends it */
const watchPage = ({ leave, refresh }: DraftKeeper): (() => void) => {
  const look = (): void => {
    if (document.visibilityState === 'hidden') leave()
    else void refresh()
  }
  globalThis.addEventListener('pagehide', leave)
  globalThis.addEventListener('focus', look)
  document.addEventListener('visibilitychange', look)
  return () => {
    globalThis.removeEventListener('pagehide', leave)
    globalThis.removeEventListener('focus', look)
    document.removeEventListener('visibilitychange', look)
  }
}

/** A form's draft, kept while the form is shown (see `createDraftKeeper`). */
export const useDraft = (form: RefObject<HTMLFormElement | null>, options: DraftOptions): KeptDraft => {
  const { key } = options
  const given = useRef(options)
  useEffect(() => {
    given.current = options
  })
  const keeper = useRef<DraftKeeper | null>(null)
  const [{ other, ...view }, setView] = useState(noDraft)

  useEffect(() => {
    const element = form.current
    if (element === null) return undefined
    const { server, firstSubmissionId } = given.current
    const kept = createDraftKeeper({
      form: {
        read: () => readFormValues(new FormData(element)),
        fill: (typed, keepTouched) => fillForm(element, typed, keepTouched),
      },
      slot: createDraftSlot(browserStore(), key),
      server,
      firstSubmissionId,
      onChange: setView,
      onFilled: () => given.current.onFilled(),
    })
    keeper.current = kept
    const stopWatching = watchPage(kept)
    return () => {
      stopWatching()
      kept.close()
    }
  }, [form, key])

  return {
    ...view,
    swap: other === null ? null : () => keeper.current?.swap(),
    submissionId: () => keeper.current?.submissionId ?? options.firstSubmissionId,
    onInput: () => keeper.current?.edit(),
    markSending: (isSending) => keeper.current?.markSending(isSending),
    clear: () => keeper.current?.clear(),
  }
}
