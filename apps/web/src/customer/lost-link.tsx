'use client'

import { useMemo } from 'react'
import { Button } from '../components/ui/button.tsx'
import { useIsAlive } from '../components/use-is-alive.ts'
import { dictionaryOf, type Language } from '../language/dictionary.ts'
import { browserStore } from './draft-storage.ts'
import { recallShop } from './remembered-shop.ts'

/** What to do about a link that does not work. The server says the same for every such link. */
export const LostLink = ({ language }: { language: Language }) => {
  const words = dictionaryOf(language)
  const isAlive = useIsAlive()
  const shop = useMemo(() => (isAlive ? recallShop(browserStore()) : null), [isAlive])
  return (
    <div className="grid gap-4">
      <h1 className="text-xl font-semibold">{words.notFoundTitle}</h1>
      <p>{words.notFoundBody}</p>
      <ul className="grid list-disc gap-2 pl-5">
        <li>{words.notFoundNewest}</li>
        <li>{words.notFoundShop}</li>
      </ul>
      {shop !== null && (
        <div>
          <Button asChild look="primary" size="large">
            <a href={`/write/login/${encodeURIComponent(shop.accessCode)}`}>{words.notFoundRemembered(shop.name)}</a>
          </Button>
        </div>
      )}
    </div>
  )
}
