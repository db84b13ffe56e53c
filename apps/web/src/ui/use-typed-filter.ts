import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { askAddress, hearAddress, startTypedFilter, stillToAsk } from './typed-filter.ts'

const typingPauseMs = 250

/**
 * Words of a field that filter a list by the address, once the person pauses. Nothing typed is lost: not while the
 * address follows, and not what was typed before the page's scripts ran.
 *
 * @param onPause  Told the words, and whether they go on with the search that it was told of before: one search is one
 *                 step back, however often the person pauses.
 * @returns What is typed, how to type, and what to call when the search is over: on Enter and when the field is left.
 */
export const useTypedFilter = (
  said: string,
  field: RefObject<HTMLInputElement | null>,
  onPause: (search: string, isSameSearch: boolean) => void,
): [typed: string, setTyped: (typed: string) => void, end: () => void] => {
  /** What the search that goes on asked for last. */
  const lastAsked = useRef<string>(null)
  const hasEnded = useRef(false)
  const [state, setState] = useState(() => startTypedFilter(said))
  if (state.said !== said) setState(hearAddress(state, said))
  const setTyped = (typed: string): void => setState((before) => ({ ...before, typed }))
  const readEarly = useEffectEvent(() => {
    const early = field.current?.value ?? ''
    if (early !== '') setTyped(early)
  })
  // oxlint-disable-next-line react/set-state-in-effect -- what was typed before React was there is known to the field alone
  useEffect(() => readEarly(), [])
  const ask = useEffectEvent((search: string) => {
    setState((before) => askAddress(before, search))
    // Back, a link and Clear leave the search: what is typed then is another one.
    const isSameSearch = lastAsked.current !== null && lastAsked.current === (state.asked.at(-1) ?? state.said)
    lastAsked.current = hasEnded.current ? null : search
    hasEnded.current = false
    onPause(search, isSameSearch)
  })
  const end = (): void => {
    if (stillToAsk(state) === null) lastAsked.current = null
    else hasEnded.current = true
  }
  useEffect(() => {
    const search = stillToAsk(state)
    if (search === null) return
    const timer = setTimeout(() => ask(search), typingPauseMs)
    return () => clearTimeout(timer)
  }, [state])
  return [state.typed, setTyped, end]
}
