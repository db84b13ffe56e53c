'use client'

import { errorCodes } from '@afterword/errors'
import { sessionTexts as texts } from '@afterword/language/texts/session/texts'
import { useEffect, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { shopChangedEvent } from './session-fetch.ts'

/** Tells, over everything else, that acts of this page would reach another shop than it shows. */
export const ShopChangedNotice = () => {
  const [hasChanged, setHasChanged] = useState(false)
  useEffect(() => {
    const tell = (): void => setHasChanged(true)
    globalThis.addEventListener(shopChangedEvent, tell)
    return () => globalThis.removeEventListener(shopChangedEvent, tell)
  }, [])
  return (
    <div role="alert" className="fixed inset-x-4 top-4 z-50 mx-auto max-w-md empty:hidden">
      {hasChanged && (
        <Notice tone="waiting" className="shadow-lg">
          <p>{errorCodes['shop.changed'].message}</p>
          <Button size="small" className="mt-2" onClick={() => globalThis.location.reload()}>
            {texts.reload}
          </Button>
        </Notice>
      )}
    </div>
  )
}
