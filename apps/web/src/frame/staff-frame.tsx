import { accessTokenLifetimeSeconds } from '@afterword/auth/access-token'
import type { ReactNode } from 'react'
import { AdminFrame } from './admin-frame.tsx'
import { DisconnectedNotice } from './disconnected-notice.tsx'
import { ApiProvider } from '#session/providers.tsx'
import { guardSignedIn, memberSession, signedInAccount } from '#session/session.ts'

interface FrameProps {
  /** When the access token ends, in epoch seconds. */
  readonly accessEnd: number
  readonly children: ReactNode
}

const MemberFrame = async ({ accessEnd, children }: FrameProps) => {
  const { user, shop } = await memberSession()
  return (
    <ApiProvider
      visitor={{ email: user.email, shopId: shop.id, accessEnd }}
      lifetimeSeconds={accessTokenLifetimeSeconds}
    >
      <AdminFrame
        section="shop"
        title={shop.name}
        user={user}
        notice={
          shop.leavesAt === null ? null : <DisconnectedNotice leavesAt={new Date(shop.leavesAt)} now={new Date()} />
        }
      >
        {children}
      </AdminFrame>
    </ApiProvider>
  )
}

const OperatorFrame = async ({ accessEnd, children }: FrameProps) => {
  const { user } = await signedInAccount()
  return (
    <ApiProvider visitor={{ email: user.email, shopId: null, accessEnd }} lifetimeSeconds={accessTokenLifetimeSeconds}>
      <AdminFrame section="operator" title="Afterword" user={user}>
        {children}
      </AdminFrame>
    </ApiProvider>
  )
}

/** The frame of the person who is signed in. Each page decides whether they may see it. */
export const StaffFrame = async ({ children }: { children: ReactNode }) => {
  const { kind, accessEnd } = await guardSignedIn()
  const Frame = kind === 'operator' ? OperatorFrame : MemberFrame
  return <Frame accessEnd={accessEnd}>{children}</Frame>
}
