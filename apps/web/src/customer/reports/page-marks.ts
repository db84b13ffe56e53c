export type Events = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>

interface MarksDeps {
  readonly window: Events
  readonly document: Events
  /** The Navigation API; undefined where the browser has none. */
  readonly navigation: Events | undefined
  /** Milliseconds since 1970, monotonic within the page. */
  readonly now: () => number
}

/** When something last happened to the page, by its monotonic clock; -Infinity where it never did. */
export interface LastMarks {
  /** Somebody began to leave. A page that came back from the browser's cache has that behind it. */
  begun: number
  left: number
  /** It came back from the browser's cache. */
  back: number
  /** Escape, which stops what the browser loads, our calls too. */
  stopped: number
  /** Its own loading went on or came to its end. */
  loaded: number
  /** It went out of sight or came back, was frozen or woken. */
  away: number
  offline: number
}

export interface Marks {
  readonly last: Readonly<LastMarks>
  readonly isGone: () => boolean
  /** Begins to watch the page. @returns Ends it */
  readonly watch: () => () => void
}

const isCrossDocument = (event: Event): boolean => {
  const { destination } = event as Event & { readonly destination?: { readonly sameDocument: boolean } }
  return destination?.sameDocument === false
}

/** Before the form's own listeners: what those send on leaving must outlive the page. */
const isFirst = { capture: true }

/** Attaches listeners. @returns Takes them off again */
const listen = (target: Events, listeners: Readonly<Record<string, (event: Event) => void>>): (() => void) => {
  for (const [name, listener] of Object.entries(listeners)) target.addEventListener(name, listener, isFirst)
  return () => {
    for (const [name, listener] of Object.entries(listeners)) target.removeEventListener(name, listener, isFirst)
  }
}

const never = -Infinity
const untouched: Readonly<LastMarks> = {
  begun: never,
  left: never,
  back: never,
  stopped: never,
  loaded: never,
  away: never,
  offline: never,
}

/**
 * Notes when somebody leaves, comes back or stops the page's loading. It listens for `beforeunload` all the time: a
 * page asked for before a call began, and stopped later, ends the call all the same. Some browsers keep no page in
 * their cache that does so; ours is `no-store`.
 */
export const createMarks = ({ window, document, navigation, now }: MarksDeps): Marks => {
  const last: LastMarks = { ...untouched }
  let isGone = false
  const note = (kind: keyof LastMarks) => (): void => void (last[kind] = now())
  const onWindow = {
    beforeunload: note('begun'),
    pagehide: () => {
      isGone = true
      note('left')()
    },
    pageshow: (event: Event) => {
      isGone = false
      if ((event as PageTransitionEvent).persisted) Object.assign(last, { begun: never, back: now() })
    },
    offline: note('offline'),
    keydown: (event: Event) => (event as KeyboardEvent).key === 'Escape' && note('stopped')(),
  }
  const onDocument = {
    readystatechange: note('loaded'),
    visibilitychange: note('away'),
    freeze: note('away'),
    resume: note('away'),
  }
  const onNavigation = { navigate: (event: Event) => isCrossDocument(event) && note('begun')() }
  return {
    last,
    isGone: () => isGone,
    watch() {
      const ends = [listen(window, onWindow), listen(document, onDocument)]
      if (navigation !== undefined) ends.push(listen(navigation, onNavigation))
      return () => ends.forEach((end) => end())
    },
  }
}
