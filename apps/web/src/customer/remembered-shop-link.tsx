'use client'

import { useMemo } from 'react'
import { ButtonLink } from '../components/ui/button.tsx'
import { useIsAlive } from '../components/use-is-alive.ts'
import { browserStore } from './browser-store.ts'
import { recallShop } from './remembered-shop.ts'

/**
 * The way to a fresh link, where this device remembers a shop.
 *
 * @param template  What the link says, with `{shop}` for the shop's name.
 */
export const RememberedShopLink = ({ template }: { template: string }) => {
  const isAlive = useIsAlive()
  const shop = useMemo(() => (isAlive ? recallShop(browserStore()) : null), [isAlive])
  if (shop === null) return null
  return (
    <div>
      <ButtonLink href={`/write/login/${encodeURIComponent(shop.accessCode)}`} look="primary" size="large">
        {template.replace('{shop}', () => shop.name)}
      </ButtonLink>
    </div>
  )
}
