'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { browserStore } from './browser-store.ts'
import { createDraftSlot, type Draft, type DraftSlot } from './draft-storage.ts'
import { isBlank, readFormValues } from './form-values.ts'

const typingPauseMs = 300

export type DraftState = 'none' | 'saved' | 'refused'

/** Puts a draft into the form, except where something was typed before the page came alive. */
const fillForm = (form: HTMLFormElement, draft: Draft): void => {
  const stars = [...form.querySelectorAll<HTMLInputElement>('input[name="rating"]')]
  const isUntouched = stars.every((star) => star.checked === star.defaultChecked)
  // A star that came with the address is newer than the draft's.
  const isFromAddress = new URLSearchParams(globalThis.location.search).has('rating')
  if (draft.rating !== null && isUntouched && !isFromAddress) {
    for (const star of stars) star.checked = star.value === String(draft.rating)
  }
  for (const name of ['title', 'body', 'authorName'] as const) {
    const field = form.elements.namedItem(name)
    const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
    if (isText && field.value === field.defaultValue && draft[name] !== '') field.value = draft[name]
  }
}

interface KeptDraft {
  readonly state: DraftState
  /** A draft whose sending began in an earlier visit and has no known end. */
  readonly unsent: Draft | null
  readonly submissionId: () => string
  /** To be called on every input. */
  readonly onInput: () => void
  readonly markSending: (isSending: boolean) => void
  readonly clear: () => void
}

/** Keeps what is typed into a form on this device, and brings it back. */
export const useDraft = (
  form: RefObject<HTMLFormElement | null>,
  key: string,
  firstSubmissionId: string,
): KeptDraft => {
  const slot = useRef<DraftSlot | null>(null)
  const submissionId = useRef(firstSubmissionId)
  const isSending = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [state, setState] = useState<DraftState>('none')
  const [unsent, setUnsent] = useState<Draft | null>(null)

  const save = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    if (form.current === null || slot.current === null) return
    const values = readFormValues(new FormData(form.current))
    if (isBlank(values)) return
    const wasKept = slot.current.write({ ...values, submissionId: submissionId.current, isSending: isSending.current })
    setState(wasKept ? 'saved' : 'refused')
  }, [form])

  useEffect(() => {
    slot.current = createDraftSlot(browserStore(), key)
    const draft = slot.current.read()
    if (draft !== null && form.current !== null) {
      submissionId.current = draft.submissionId
      fillForm(form.current, draft)
      setState('saved')
      if (draft.isSending) setUnsent(draft)
    }
    const saveIfTyping = (): void => {
      if (timer.current !== undefined) save()
    }
    globalThis.addEventListener('pagehide', saveIfTyping)
    document.addEventListener('visibilitychange', saveIfTyping)
    return () => {
      saveIfTyping()
      globalThis.removeEventListener('pagehide', saveIfTyping)
      document.removeEventListener('visibilitychange', saveIfTyping)
    }
  }, [form, key, save])

  return {
    state,
    unsent,
    submissionId: () => submissionId.current,
    onInput: () => {
      clearTimeout(timer.current)
      timer.current = setTimeout(save, typingPauseMs)
    },
    markSending: (value) => {
      isSending.current = value
      save()
    },
    clear: () => {
      clearTimeout(timer.current)
      timer.current = undefined
      slot.current?.remove()
      slot.current = null
    },
  }
}
