import { adminPeopleTexts as texts } from '@afterword/language/texts/admin-people/texts'
import { isAllowed } from '@afterword/services/kernel/access'
import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { MembersPage } from '#shop/members/members-page.tsx'
import { prefetchMembers } from '#shop/members/prefetch-members.ts'
import { memberSession } from '#session/session.ts'

export const metadata: Metadata = { title: texts.title }

const AdminMembersPage = async () => {
  const session = await memberSession()
  return (
    <HydrationBoundary state={await prefetchMembers()}>
      <MembersPage isOwner={isAllowed(session.role, 'member.write')} />
    </HydrationBoundary>
  )
}

export default AdminMembersPage
