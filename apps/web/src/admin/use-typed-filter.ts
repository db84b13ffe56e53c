import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import { askAddress, hearAddress, startTypedFilter, stillToAsk } from './typed-filter.ts'

const typingPauseMs = 250

/**
 * Words of a field that filter a list by the address, once the person pauses. Nothing typed is lost: not while the
 * address follows, and not what was typed before the page's scripts ran.
 */
export const useTypedFilter = (
  said: string,
  field: RefObject<HTMLInputElement | null>,
  onPause: (search: string) => void,
): [typed: string, setTyped: (typed: string) => void] => {
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
    onPause(search)
  })
  useEffect(() => {
    const search = stillToAsk(state)
    if (search === null) return
    const timer = setTimeout(() => ask(search), typingPauseMs)
    return () => clearTimeout(timer)
  }, [state])
  return [state.typed, setTyped]
}
