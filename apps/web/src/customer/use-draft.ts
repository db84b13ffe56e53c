'use client'

import type { TypedReview } from '@afterword/validation/check-review-content'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { browserStore } from './browser-store.ts'
import { createDraftSlot, type Draft, type DraftSlot } from './draft-storage.ts'
import { createDraftSync, type DraftSync, type DraftSyncDeps } from './draft-sync.ts'
import { fillForm } from './form-fields.ts'
import { isBlank, isSameTyped, readFormValues } from './form-values.ts'
import { restoreDraft, type ServerDraft } from './restore-draft.ts'

const typingPauseMs = 300
/** Looking at the page again asks for the other device's draft, but not more often than this. */
const askAgainMs = 5_000

/** `everywhere`: the server has it too, so another device shows it; `away`: only the server has it. */
export type DraftState = 'none' | 'saved' | 'everywhere' | 'away' | 'refused'

/** What is told about another device: its text was replaced, or stands here now, or is older than this. */
export type DraftNews = 'replaced' | 'taken' | 'kept'

/** The server's side of a draft; none while a review is being changed. */
export interface DraftServer extends Pick<DraftSyncDeps, 'save' | 'isFinal' | 'retryAfterMs'> {
  /** What the page came with. */
  readonly first: ServerDraft | null
  /** What the server has now. */
  load(): Promise<ServerDraft | null>
}

interface DraftOptions {
  /** Names the item and whether a review is written or changed. */
  readonly key: string
  readonly firstSubmissionId: string
  readonly server: DraftServer | null
  /** After words were put into the form. */
  readonly onFilled: () => void
}

interface KeptDraft {
  readonly state: DraftState
  readonly news: DraftNews | null
  /** Exchanges what stands in the form with the other device's text; null when there is none. */
  readonly swap: (() => void) | null
  /** A draft whose sending began in an earlier visit and has no known end. */
  readonly unsent: Draft | null
  readonly submissionId: () => string
  /** To be called on every input. */
  readonly onInput: () => void
  readonly markSending: (isSending: boolean) => void
  readonly clear: () => void
}

const readForm = (form: HTMLFormElement | null): TypedReview | null =>
  form === null ? null : readFormValues(new FormData(form))

/** Keeps what is typed into a form on this device at once and on the server soon, and brings it back. */
export const useDraft = (form: RefObject<HTMLFormElement | null>, options: DraftOptions): KeptDraft => {
  const { key } = options
  const given = useRef(options)
  useEffect(() => {
    given.current = options
  })
  /** The form while it is shown and a moment longer: when a page's part goes, its `form` is empty already. */
  const element = useRef<HTMLFormElement | null>(null)
  const slot = useRef<DraftSlot | null>(null)
  const sync = useRef<DraftSync | null>(null)
  const submissionId = useRef(options.firstSubmissionId)
  const isSending = useRef(false)
  const editedAt = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [state, setState] = useState<DraftState>('none')
  const [news, setNews] = useState<DraftNews | null>(null)
  const [other, setOther] = useState<TypedReview | null>(null)
  const [unsent, setUnsent] = useState<Draft | null>(null)

  const save = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    const values = readForm(element.current)
    if (values === null || slot.current === null || isBlank(values)) return
    const wasKept = slot.current.write({
      ...values,
      submissionId: submissionId.current,
      isSending: isSending.current,
      editedAt: editedAt.current,
      baseVersion: sync.current?.version() ?? 0,
      unanswered: sync.current?.unanswered() ?? 0,
    })
    const isOnServer = sync.current?.isClean() === true && sync.current.version() > 0
    if (isOnServer) setState(wasKept ? 'everywhere' : 'away')
    else setState(wasKept ? 'saved' : 'refused')
  }, [])

  const edited = useCallback(() => {
    editedAt.current = Date.now()
    sync.current?.touch()
  }, [])

  /** Puts the other device's newer text into a form that nobody has typed into since it was saved. */
  const take = useCallback(
    (draft: ServerDraft): void => {
      const before = readForm(element.current)
      if (element.current === null || before === null || sync.current === null) return
      sync.current.see(draft.version)
      if (isSameTyped(before, draft)) return
      fillForm(element.current, draft, false)
      editedAt.current = Date.now() - draft.ageMs
      setOther(isBlank(before) ? null : before)
      setNews('taken')
      save()
      given.current.onFilled()
    },
    [save],
  )

  useEffect(() => {
    element.current = form.current
    const { server } = given.current
    slot.current = createDraftSlot(browserStore(), key)
    const local = slot.current.read()
    const restored = restoreDraft(local, server?.first ?? null, Date.now())
    if (server !== null) {
      sync.current = createDraftSync(
        {
          ...server,
          read: () => {
            const values = readForm(element.current)
            const isBegun = values !== null && (values.title !== '' || values.body !== '')
            // A star alone stays here: mail scanners click on stars too.
            return isBegun || (values !== null && (sync.current?.version() ?? 0) > 0) ? values : null
          },
          onSaved(_version, isForeign) {
            save()
            if (!isForeign) return
            setOther(null)
            setNews('replaced')
          },
        },
        {
          version: Math.max(server.first?.version ?? 0, local?.baseVersion ?? 0),
          unanswered: local?.unanswered ?? 0,
        },
      )
    }
    if (local !== null) {
      submissionId.current = local.submissionId
      editedAt.current = local.editedAt
    }
    if (restored !== null) {
      setState(restored.source === 'server' ? 'everywhere' : 'saved')
      setOther(restored.other)
      if (restored.other !== null) setNews(restored.source === 'server' ? 'taken' : 'kept')
    }
    if (local !== null && restored?.source === 'device' && element.current !== null) {
      fillForm(element.current, local, true)
      const isKnown = server?.first !== null && server?.first !== undefined && isSameTyped(local, server.first)
      if (isKnown) setState('everywhere')
      else sync.current?.touch()
    }
    if (local?.isSending === true) setUnsent(local)
    given.current.onFilled()

    const leave = (): void => {
      const isUnsaved = timer.current !== undefined || sync.current?.isClean() === false
      sync.current?.flush()
      // After the flush: that its answer is not awaited is part of what is kept.
      if (isUnsaved) save()
    }
    let askedAt = Date.now()
    const look = async (): Promise<void> => {
      const kept = sync.current
      if (server === null || kept === null || document.visibilityState === 'hidden') return
      if (isSending.current || !kept.isClean() || Date.now() - askedAt < askAgainMs) return
      askedAt = Date.now()
      const draft = await server.load().catch(() => null)
      // Somebody may have begun to type while it was asked for.
      if (draft !== null && kept === sync.current && kept.isClean() && !isSending.current) {
        if (draft.version > kept.version()) take(draft)
      }
    }
    const onVisibility = (): void => {
      if (document.visibilityState === 'hidden') leave()
      else void look()
    }
    const onFocus = (): void => void look()
    globalThis.addEventListener('pagehide', leave)
    globalThis.addEventListener('focus', onFocus)
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      leave()
      sync.current?.stop()
      globalThis.removeEventListener('pagehide', leave)
      globalThis.removeEventListener('focus', onFocus)
      document.removeEventListener('visibilitychange', onVisibility)
    }
  }, [form, key, save, take])

  return {
    state,
    news,
    swap:
      other === null
        ? null
        : () => {
            const standing = readForm(element.current)
            if (element.current === null || standing === null) return
            fillForm(element.current, other, false)
            setOther(standing)
            edited()
            save()
            given.current.onFilled()
          },
    unsent,
    submissionId: () => submissionId.current,
    onInput: () => {
      edited()
      clearTimeout(timer.current)
      timer.current = setTimeout(save, typingPauseMs)
    },
    markSending: (value) => {
      isSending.current = value
      if (value) sync.current?.pause()
      else sync.current?.resume()
      save()
    },
    clear: () => {
      clearTimeout(timer.current)
      timer.current = undefined
      sync.current?.stop()
      slot.current?.remove()
      slot.current = null
    },
  }
}
