import type { Metadata } from 'next'
import { ShopSettings } from '../../../../admin/shop/shop-settings.tsx'
import { webDeps } from '../../../../server/deps.ts'
import { memberSession } from '../../../../server/session.ts'

export const metadata: Metadata = { title: 'Shop' }

const ShopPage = async () => {
  const { shop, role } = await memberSession()
  return <ShopSettings shop={shop} publicUrl={webDeps().env.PUBLIC_URL} isOwner={role === 'owner'} />
}

export default ShopPage
