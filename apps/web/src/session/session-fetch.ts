import { signInHref } from '#navigation/next-path.ts'
import { browserStore } from '#browser/browser-store.ts'
import { noteAccessEnd, readAccessEnd } from './access-end.ts'
import { fetchInTime, ownCall } from '#call/call.ts'
import { createRefreshingFetch } from './refreshing-fetch.ts'
import { createRenewal } from './renewal.ts'
import { takeTurn } from './take-turn.ts'

/** A renewal that takes longer is lost; the server keeps its answer ready for the next try. */
const renewalTimeoutMs = 10_000

/** An event of the window: this page shows another shop than the session acts for. */
export const shopChangedEvent = 'afterword:shop-changed'

export const readEnd = (): number | null => readAccessEnd(browserStore())

/** Leads to sign-in and back here afterwards. What was typed is kept by `useKeptState`. */
export const leaveForSignIn = (): void => {
  const { pathname, search } = globalThis.location
  if (pathname !== '/sign-in') globalThis.location.assign(signInHref(`${pathname}${search}`))
}

/** One for all of this tab, so that its calls renew together. */
export const renewSession = createRenewal({
  post: () =>
    fetch('/api/session/refresh', {
      method: 'POST',
      headers: { ...ownCall, 'content-type': 'application/json' },
      body: '{}',
      signal: AbortSignal.timeout(renewalTimeoutMs),
    }),
  takeTurn,
  readEnd,
  noteEnd: (end) => noteAccessEnd(browserStore(), end),
})

const sessionParts = {
  renew: renewSession,
  readEnd,
  onEnded: leaveForSignIn,
  onShopChanged: () => globalThis.dispatchEvent(new Event(shopChangedEvent)),
}

/** What every call that needs a session goes through. */
export const sessionFetch = createRefreshingFetch({ ...sessionParts, fetchOnce: fetchInTime })

/** The same for a download, which may take as long as its connection needs. */
export const patientSessionFetch = createRefreshingFetch({
  ...sessionParts,
  fetchOnce: async (input, init) => await fetch(input, init),
})
