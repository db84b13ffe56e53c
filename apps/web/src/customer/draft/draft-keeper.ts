import type { TypedReview } from '@afterword/validation/review/check-content'
import { createDraftRefresh } from './draft-refresh.ts'
import type { Draft, DraftSlot } from './draft-storage.ts'
import { createDraftSync, type DraftSync, type DraftSyncDeps } from './draft-sync.ts'
import { type DraftView, noDraft, viewOf } from './draft-view.ts'
import { createDraftWriter } from './draft-writer.ts'
import { isBlank, isSameTyped } from '#customer/model/form-values.ts'
import { restoreDraft, type ServerDraft } from './restore-draft.ts'

/** The form that is kept, as far as a draft is concerned. */
export interface DraftForm {
  read(): TypedReview
  /** @param keepTouched  Leaves alone what was typed before the page came alive. */
  fill(typed: TypedReview, keepTouched: boolean): void
}

/** The server's side of a draft; none while a review is being changed. */
export interface DraftServer extends Pick<DraftSyncDeps, 'save' | 'isFinal' | 'retryAfterMs'> {
  /** What the page came with. */
  readonly first: ServerDraft | null
  /** What the server has now. */
  load(): Promise<ServerDraft | null>
}

export interface DraftKeeperOptions {
  readonly form: DraftForm
  readonly slot: DraftSlot
  readonly server: DraftServer | null
  readonly firstSubmissionId: string
  readonly onChange: (view: DraftView) => void
  /** After words were put into the form. */
  readonly onFilled: () => void
}

export interface DraftKeeper {
  readonly submissionId: string
  /** To be called on every input. */
  readonly edit: () => void
  /** Whether the review itself is on its way: drafts wait. */
  readonly markSending: (isSending: boolean) => void
  /** Exchanges what stands in the form with the other device's text. */
  readonly swap: () => void
  /** Takes the other device's newer text, if there is one and nobody has typed here meanwhile. */
  readonly refresh: () => Promise<void>
  /** Keeps what is not kept yet, for a page that is being left. */
  readonly leave: () => void
  /** Forgets the draft, and leaves what another tab keeps in its place. */
  readonly clear: () => void
  /** Leaves, and nothing more is sent or taken. */
  readonly close: () => void
}

/** What of a form goes to the server: a star alone stays here, for mail scanners click on stars too. */
const worthSending = (typed: TypedReview, isKnownThere: boolean): TypedReview | null =>
  typed.title !== '' || typed.body !== '' || isKnownThere ? typed : null

/** The server's side, which goes on from what this device and the page know of it. */
const openSync = (
  { form, server }: Pick<DraftKeeperOptions, 'form' | 'server'>,
  local: Draft | null,
  onSaved: (isForeign: boolean) => void,
): DraftSync | null => {
  if (server === null) return null
  const sync = createDraftSync(
    {
      ...server,
      read: () => worthSending(form.read(), sync.version() > 0),
      onSaved: (_version, isForeign) => onSaved(isForeign),
    },
    { version: Math.max(server.first?.version ?? 0, local?.baseVersion ?? 0), unanswered: local?.unanswered ?? 0 },
  )
  return sync
}

/**
 * Keeps what is typed into a form on this device at once and on the server soon. Brings back what was kept, the
 * newer of both, as soon as it is made.
 */
export const createDraftKeeper = ({ form, slot, server, ...given }: DraftKeeperOptions): DraftKeeper => {
  const local = slot.read()
  const submissionId = local?.submissionId ?? given.firstSubmissionId
  let [isTypedHere, isClosed] = [false, false]
  let view = noDraft

  const show = (change: Partial<DraftView>): void => {
    view = { ...view, ...change }
    given.onChange(view)
  }
  const writer = createDraftWriter({
    read: () => form.read(),
    slot,
    local,
    submissionId,
    sync: () => sync,
    onWritten: (state) => show({ state }),
  })
  const sync = openSync({ form, server }, local, (isForeign) => {
    writer.save()
    if (isForeign) show({ other: null, news: 'replaced' })
  })

  const restore = (): void => {
    const restored = restoreDraft(local, server?.first ?? null, Date.now())
    if (restored !== null) show(viewOf(restored, local?.isSending === true ? local : null))
    if (local !== null && restored?.source === 'device') {
      form.fill(local, true)
      if (server?.first && isSameTyped(local, server.first)) show({ state: 'everywhere' })
      else sync?.touch()
    }
    given.onFilled()
  }
  const touch = (): void => {
    writer.noteEdit(Date.now())
    isTypedHere = true
    sync?.touch()
  }
  const take = (draft: ServerDraft): void => {
    const before = form.read()
    sync?.see(draft.version)
    if (isSameTyped(before, draft)) return
    form.fill(draft, false)
    writer.noteEdit(Date.now() - draft.ageMs)
    show({ other: isBlank(before) ? null : before, news: 'taken' })
    writer.save()
    given.onFilled()
  }
  const leave = (): void => {
    // Another tab that sent its own words emptied the slot.
    const isTakenAway = isTypedHere && slot.read() === null
    const isUnsaved = writer.isDue() || sync?.isClean() === false || isTakenAway
    sync?.flush()
    // After the flush: that its answer is not awaited is part of what is kept.
    if (isUnsaved) writer.save()
  }

  const refresh = createDraftRefresh({
    load: async () => (server === null ? null : await server.load()),
    version: () => sync?.version() ?? 0,
    isIdle: () => !writer.isSending() && !isClosed && sync?.isClean() === true,
    take,
  })

  restore()
  return {
    submissionId,
    edit() {
      touch()
      writer.saveSoon()
    },
    markSending(isSending) {
      if (isSending) sync?.pause()
      else sync?.resume()
      writer.markSending(isSending)
    },
    swap() {
      const { other } = view
      if (other === null) return
      const standing = form.read()
      form.fill(other, false)
      show({ other: standing })
      touch()
      writer.save()
      given.onFilled()
    },
    refresh,
    leave,
    clear() {
      sync?.stop()
      writer.clear()
    },
    close() {
      leave()
      sync?.stop()
      isClosed = true
    },
  }
}
