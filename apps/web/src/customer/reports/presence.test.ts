import { expect, test } from 'vitest'
import { createPresence } from './presence.ts'

const start = () => {
  const time = { now: 100_000, sleptMs: 0 }
  const window = new EventTarget()
  const navigation = new EventTarget()
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  const clock = (): number => time.now + time.sleptMs
  const presence = createPresence({ window, document, navigation, now: () => time.now, clock })
  const end = presence.watch()
  /** A call that fails after a second; `during` and `after` happen while it waits and within the next second. */
  const fail = (during: () => void, after: () => void = () => undefined) => {
    const [startedAt, ahead] = [time.now, presence.ahead()]
    const release = presence.guard()
    time.now += 990
    during()
    time.now += 10
    const failedAt = time.now
    after()
    time.now += 1_000
    const found = presence.of({ startedAt, failedAt, ahead })
    release()
    return found
  }
  const tell =
    (name: string, target: EventTarget = window) =>
    (): void =>
      void target.dispatchEvent(new Event(name))
  return { presence, time, window, document, navigation, fail, tell, end }
}

test('a person who does nothing stayed', () => {
  expect(start().fail(() => undefined)).toBe('stayed')
})

test('a call that fails as the page goes was ended by leaving, whichever of the two is seen first', () => {
  const one = start()
  expect(one.fail(one.tell('beforeunload'), one.tell('pagehide'))).toBe('left')
  const other = start()
  expect(other.fail(other.tell('pagehide'))).toBe('left')
})

test('a page that goes after a failure did not cause it, and nothing is said', () => {
  const { fail, tell, time } = start()
  const goes = (): void => {
    time.now += 5
    tell('beforeunload')()
    tell('pagehide')()
  }
  expect(fail(() => undefined, goes)).toBe('leaving')
})

test('leaving that was begun and not done puts failures in doubt for half a minute, and not for ever', () => {
  const { fail, tell, time } = start()
  expect(fail(tell('beforeunload'))).toBe('leaving')
  time.now += 20_000
  expect(fail(() => undefined)).toBe('leaving')
  time.now += 20_000
  expect(fail(() => undefined)).toBe('stayed')
})

test('a navigation to another document is leaving begun, one within the page is none', () => {
  const { fail, navigation } = start()
  const navigate = (sameDocument: boolean) => (): void =>
    void navigation.dispatchEvent(Object.assign(new Event('navigate'), { destination: { sameDocument } }))
  expect(fail(navigate(true))).toBe('stayed')
  expect(fail(navigate(false))).toBe('leaving')
})

test('stopping what the browser loads by Escape puts a failure in doubt; another key does not', () => {
  const { fail, window } = start()
  const press = (key: string) => (): void => void window.dispatchEvent(Object.assign(new Event('keydown'), { key }))
  expect(fail(press('a'))).toBe('stayed')
  expect(fail(press('Escape'))).toBe('leaving')
})

test.each(['visibilitychange', 'freeze', 'resume'])(
  'a page that was out of sight for a moment (%s) says so',
  (name) => {
    const { fail, tell, document } = start()
    expect(fail(tell(name, document))).toBe('hidden')
    expect(fail(() => undefined)).toBe('stayed')
  },
)

test('a device that slept meanwhile is told by its two clocks', () => {
  const { fail, time } = start()
  expect(fail(() => void (time.sleptMs += 60_000))).toBe('asleep')
  expect(fail(() => undefined)).toBe('stayed')
})

test('a connection that was gone for a moment is remembered', () => {
  const { presence, tell, time } = start()
  tell('offline')()
  expect(presence.wasOfflineSince(time.now - 5)).toBe(true)
  expect(presence.wasOfflineSince(time.now + 5)).toBe(false)
})

test('nothing listens for leaving while no call is under way, nor for anything once the watch has ended', () => {
  const { presence, fail, tell, end } = start()
  tell('beforeunload')()
  expect(fail(() => undefined)).toBe('stayed')
  end()
  expect(fail(tell('pagehide'))).toBe('stayed')
  expect(presence.isGone()).toBe(false)
})
