'use client'

import { say, type Template } from '@afterword/language/text'
import { useMemo } from 'react'
import { ButtonLink } from '#ui/button.tsx'
import { useIsAlive } from '#ui/use-is-alive.ts'
import { browserStore } from '#browser/browser-store.ts'
import { recallShop } from './remembered-shop.ts'

/**
 * The way to a fresh link, where this device remembers a shop.
 *
 * @param template  What the link says.
 * @param look      `secondary` where something else on the page is to be done first.
 */
export const RememberedShopLink = ({
  template,
  look = 'primary',
}: {
  template: Template<'shop'>
  look?: 'primary' | 'secondary'
}) => {
  const isAlive = useIsAlive()
  const shop = useMemo(() => (isAlive ? recallShop(browserStore()) : null), [isAlive])
  if (shop === null) return null
  return (
    <div>
      <ButtonLink href={`/write/login/${encodeURIComponent(shop.accessCode)}`} look={look} size="large">
        {say(template, { shop: shop.name })}
      </ButtonLink>
    </div>
  )
}
