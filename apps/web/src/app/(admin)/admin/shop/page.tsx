import { adminShopTexts as texts } from '@afterword/language/texts/admin-shop/texts'
import { isAllowed } from '@afterword/services/kernel/access'
import type { Metadata } from 'next'
import { ShopSettings } from '#shop/connection/shop-settings.tsx'
import { webDeps } from '#server/deps.ts'
import { memberSession } from '#session/session.ts'

export const metadata: Metadata = { title: texts.title }

const ShopPage = async () => {
  const { shop, role } = await memberSession()
  return (
    <ShopSettings shop={shop} publicUrl={webDeps().env.PUBLIC_URL} isOwner={isAllowed(role, 'shop.secret_write')} />
  )
}

export default ShopPage
