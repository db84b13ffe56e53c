'use client'

import { useState } from 'react'
import { failureMessage } from '#call/failure-message.ts'
import { callSession } from './session-call.ts'

/**
 * Lets this session act for another shop and loads `path`, so that every part of the page shows that shop. Other open
 * pages are refused their next call and say so.
 */
export const useSwitchShop = (path: string) => {
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const switchTo = async (shopId: string): Promise<void> => {
    setIsBusy(true)
    try {
      await callSession('/shop', { shopId })
      globalThis.location.assign(path)
    } catch (error) {
      setFailure(failureMessage(error))
      setIsBusy(false)
    }
  }
  return { goTo: (shopId: string) => void switchTo(shopId), isBusy, failure }
}
