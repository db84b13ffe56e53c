import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { MembersPage } from '../../../../admin/members/members-page.tsx'
import { prefetchMembers } from '../../../../server/prefetch-members.ts'
import { memberSession } from '../../../../server/session.ts'

export const metadata: Metadata = { title: 'People' }

const AdminMembersPage = async () => {
  const session = await memberSession()
  return (
    <HydrationBoundary state={await prefetchMembers()}>
      <MembersPage isOwner={session.role === 'owner'} />
    </HydrationBoundary>
  )
}

export default AdminMembersPage
