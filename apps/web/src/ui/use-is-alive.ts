'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False on the server and until the script runs, true afterwards. */
export const useIsAlive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
