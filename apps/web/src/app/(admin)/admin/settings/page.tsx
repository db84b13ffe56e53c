import { adminSettingsTexts } from '@afterword/language/texts/admin-settings/texts'
import { isAllowed } from '@afterword/services/kernel/access'
import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { prefetchSettings } from '#shop/settings/prefetch-settings.ts'
import { SettingsPage } from '#shop/settings/settings-page.tsx'
import { memberSession } from '#session/session.ts'

export const metadata: Metadata = { title: adminSettingsTexts.title }

const AdminSettingsPage = async () => {
  const session = await memberSession()
  return (
    <HydrationBoundary state={await prefetchSettings()}>
      <SettingsPage isOwner={isAllowed(session.role, 'shop.write')} />
    </HydrationBoundary>
  )
}

export default AdminSettingsPage
