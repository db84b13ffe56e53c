import type { TypedReview } from '@afterword/validation/review/check-content'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createDraftKeeper, type DraftKeeper, type DraftServer } from './draft-keeper.ts'
import { createDraftSlot, type Draft } from './draft-storage.ts'
import { noDraft } from './draft-view.ts'
import type { ServerDraft } from './restore-draft.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const blank: TypedReview = { rating: null, title: '', body: '', authorName: 'Mina' }
const submissionId = '6f9f2d3a-0f5b-4d5e-9b1d-1a2b3c4d5e6f'
const written = (body: string, more: Partial<TypedReview> = {}): TypedReview => ({ ...blank, body, ...more })

interface World {
  /** What the device holds already. */
  readonly kept?: Partial<Draft>
  /** What the page came with from the server. */
  readonly first?: ServerDraft
  readonly isStoreFull?: boolean
}

/** A form, a device's store and a server, all of which can be looked into. */
const open = ({ kept, first, isStoreFull = false }: World = {}) => {
  const store = new Map<string, string>()
  const slot = createDraftSlot(
    {
      getItem: (key) => store.get(key) ?? null,
      setItem(key, value) {
        if (isStoreFull) throw new Error('full')
        store.set(key, value)
      },
      removeItem: (key) => void store.delete(key),
    },
    'item',
  )
  if (kept !== undefined)
    slot.write({ ...blank, submissionId, isSending: false, editedAt: Date.now(), baseVersion: 0, ...kept })
  const world = { typed: first ?? blank, view: noDraft, saved: [] as string[], onServer: first ?? null }
  const server: DraftServer = {
    first: first ?? null,
    load: async () => await Promise.resolve(world.onServer),
    async save({ baseVersion, ...typed }) {
      world.saved.push(typed.body)
      return await Promise.resolve({ version: baseVersion + 1, wasChangedElsewhere: false })
    },
    isFinal: () => false,
    retryAfterMs: () => 0,
  }
  const keeper = createDraftKeeper({
    form: { read: () => world.typed, fill: (typed) => void (world.typed = typed) },
    slot,
    server,
    firstSubmissionId: 'f0000000-0000-4000-8000-000000000000',
    onChange: (view) => void (world.view = view),
    onFilled: () => undefined,
  })
  const type = (body: string): void => {
    world.typed = { ...world.typed, body }
    keeper.edit()
  }
  return { keeper, world, type, slot, readSlot: () => slot.read() }
}
const serverDraft = (body: string, version: number, ageMs = 0): ServerDraft => ({ ...written(body), version, ageMs })
const settle = async (): Promise<void> => void (await vi.advanceTimersByTimeAsync(10_000))
const lookAgain = async (keeper: DraftKeeper): Promise<void> => {
  await settle()
  await keeper.refresh()
}

describe('what is typed', () => {
  test('is on the device within a moment and on the server within seconds, and the page says which', async () => {
    const { type, world, readSlot } = open()
    type('Soft')
    await vi.advanceTimersByTimeAsync(300)
    expect([readSlot()?.body, world.view.state]).toEqual(['Soft', 'saved'])
    await settle()
    expect([world.saved, world.view.state, readSlot()?.baseVersion]).toEqual([['Soft'], 'everywhere', 1])
  })

  test('is kept on both when the page is left in the middle of it', () => {
    const { type, keeper, world, readSlot } = open()
    type('Half a sen')
    keeper.leave()
    expect([readSlot()?.body, world.saved]).toEqual(['Half a sen', ['Half a sen']])
    // It may have arrived or not: the next visit does not take it for another device's.
    expect(readSlot()?.unanswered).toBe(1)
  })

  test('is said to be kept elsewhere alone when the device refuses', async () => {
    const { type, world } = open({ isStoreFull: true })
    type('Soft')
    await vi.advanceTimersByTimeAsync(300)
    expect(world.view.state).toBe('refused')
    await settle()
    expect(world.view.state).toBe('away')
  })

  test('stays on the device as long as it is a star and nothing else', async () => {
    const { keeper, world, readSlot } = open()
    world.typed = { ...blank, rating: 5 }
    keeper.edit()
    await settle()
    expect([world.saved, readSlot()?.rating]).toEqual([[], 5])
  })

  test('is forgotten once it is cleared, whatever comes after', async () => {
    const { type, keeper, world, readSlot } = open()
    type('Sent')
    keeper.clear()
    keeper.close()
    await settle()
    expect([readSlot(), world.saved]).toEqual([null, []])
  })

  test('in another tab stays when this tab’s words have been sent', async () => {
    const { type, keeper, slot, readSlot } = open()
    type('Sent here')
    await settle()
    slot.write({ ...written('Typed there'), submissionId, isSending: false, editedAt: Date.now(), baseVersion: 0 })
    keeper.clear()
    keeper.close()
    expect(readSlot()?.body).toBe('Typed there')
  })

  test('is kept when the page is left, though another tab sent its own words and forgot the draft', async () => {
    const { type, keeper, slot, readSlot } = open()
    type('Typed here')
    await settle()
    slot.remove()
    keeper.close()
    expect(readSlot()?.body).toBe('Typed here')
  })

  test('elsewhere and only shown here is not kept again after it was sent', async () => {
    const { keeper, slot, readSlot } = open({ kept: { body: 'Typed there' } })
    await settle()
    slot.remove()
    keeper.close()
    expect(readSlot()).toBeNull()
  })
})

describe('what was kept', () => {
  test('comes back with its submission, and goes on being sent where its end is not known', () => {
    const { keeper, world } = open({ kept: { body: 'From before', isSending: true } })
    expect([world.typed.body, keeper.submissionId]).toEqual(['From before', submissionId])
    expect(world.view.unsent?.body).toBe('From before')
  })

  test('gives way to the other device’s later text, which can be exchanged for it and back', async () => {
    const kept = { body: 'Here', editedAt: Date.now() - 60_000 }
    const { keeper, world, readSlot } = open({ kept, first: serverDraft('There', 3, 1_000) })
    expect(world.view).toMatchObject({ state: 'everywhere', news: 'taken', other: { body: 'Here' } })
    keeper.swap()
    expect([world.typed.body, world.view.other?.body]).toEqual(['Here', 'There'])
    await settle()
    expect([readSlot()?.body, world.saved]).toEqual(['Here', ['Here']])
  })

  test('wins over the other device’s earlier text, and that is told', async () => {
    const { world } = open({ kept: { body: 'Here' }, first: serverDraft('There', 3, 60_000) })
    expect([world.typed.body, world.view.news, world.view.other?.body]).toEqual(['Here', 'kept', 'There'])
    await settle()
    expect(world.saved).toEqual(['Here'])
  })
})

describe('when the page is looked at again', () => {
  test('the other device’s newer text is taken', async () => {
    const { keeper, world } = open({ first: serverDraft('Mine', 1) })
    world.onServer = serverDraft('Typed on the phone', 2)
    await lookAgain(keeper)
    expect([world.typed.body, world.view.news]).toEqual(['Typed on the phone', 'taken'])
    expect(world.view.other?.body).toBe('Mine')
  })

  test('nothing is taken over what is being typed or sent', async () => {
    const { keeper, world, type } = open({ first: serverDraft('Mine', 1) })
    world.onServer = serverDraft('Typed on the phone', 9)
    await settle()
    const asked = keeper.refresh()
    type('Mine, and more')
    await asked
    expect(world.typed.body).toBe('Mine, and more')
    keeper.markSending(true)
    await lookAgain(keeper)
    expect(world.typed.body).toBe('Mine, and more')
  })

  test('nothing is taken by a form that is gone', async () => {
    const { keeper, world } = open({ first: serverDraft('Mine', 1) })
    world.onServer = serverDraft('Typed on the phone', 2)
    keeper.close()
    await lookAgain(keeper)
    expect(world.typed.body).toBe('Mine')
  })
})

test('while a review is on its way its draft waits, and goes on when it was refused', async () => {
  const { keeper, type, world } = open()
  type('Refused')
  keeper.markSending(true)
  await settle()
  expect(world.saved).toEqual([])
  keeper.markSending(false)
  await settle()
  expect(world.saved).toEqual(['Refused'])
})
