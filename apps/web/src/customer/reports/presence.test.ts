import { expect, test } from 'vitest'
import { createPresence } from './presence.ts'

const start = () => {
  const time = { now: 100_000, sleptMs: 0 }
  const window = new EventTarget()
  const navigation = new EventTarget()
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible', readyState: 'complete' })
  const clock = (): number => time.now + time.sleptMs
  const presence = createPresence({ window, document, navigation, now: () => time.now, clock })
  const end = presence.watch()
  /** A call that fails after a second; `during` and `after` happen while it waits and within the next second. */
  const fail = (during: () => void, after: () => void = () => undefined) => {
    const [startedAt, ahead] = [time.now, presence.ahead()]
    time.now += 990
    during()
    time.now += 10
    const failedAt = time.now
    after()
    time.now += 1_000
    return presence.of({ startedAt, failedAt, ahead })
  }
  const tell =
    (name: string, target: EventTarget = window) =>
    (): void =>
      void target.dispatchEvent(new Event(name))
  const comeBack = (persisted = true): void =>
    void window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }))
  return { presence, time, window, document, navigation, fail, tell, comeBack, end }
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

test('leaving that was begun and not done puts failures in doubt while browsers wait for a page, and not for ever', () => {
  const { fail, tell, time } = start()
  expect(fail(tell('beforeunload'))).toBe('leaving')
  time.now += 290_000
  expect(fail(() => undefined)).toBe('leaving')
  time.now += 20_000
  expect(fail(() => undefined)).toBe('stayed')
})

test('leaving that was begun before the call puts it in doubt, for the button that stops it ends the call', () => {
  const { fail, tell } = start()
  tell('beforeunload')()
  expect(fail(() => undefined)).toBe('leaving')
})

test('a call that fails after its page came back from the browser’s cache was not ended by leaving', () => {
  const { presence, time, fail, tell, comeBack } = start()
  const goAndComeBack = (): void => {
    for (const name of ['beforeunload', 'pagehide']) tell(name)()
    time.now += 60_000
    comeBack()
  }
  expect(fail(goAndComeBack)).toBe('leaving')
  expect(fail(() => undefined, goAndComeBack)).toBe('leaving')
  expect(fail(() => undefined)).toBe('stayed')
  expect(presence.isGone()).toBe(false)
})

test('a page shown for the first time takes nothing back', () => {
  const { fail, tell, comeBack } = start()
  tell('beforeunload')()
  comeBack(false)
  expect(fail(() => undefined)).toBe('leaving')
})

test('while the page itself loads a failure is in doubt, for the button that stops it ends the call', () => {
  const { fail, tell, document } = start()
  document.readyState = 'interactive'
  expect(fail(() => undefined)).toBe('leaving')
  document.readyState = 'complete'
  expect(fail(tell('readystatechange', document))).toBe('leaving')
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
  expect(fail(() => undefined)).toBe('stayed')
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

test('nothing listens once the watch has ended', () => {
  const { presence, fail, tell, end } = start()
  end()
  tell('beforeunload')()
  expect(fail(tell('pagehide'))).toBe('stayed')
  expect(presence.isGone()).toBe(false)
})
