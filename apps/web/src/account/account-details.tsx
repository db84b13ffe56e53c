'use client'

import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { AccountView } from './account-view.ts'
import { ChangePassword } from './change-password.tsx'
import { Section } from './section.tsx'
import { SetPassword } from './set-password.tsx'
import { useSwitchShop } from '#session/use-switch-shop.ts'

const roleNames = { owner: 'Owner', moderator: 'Moderator', viewer: 'Viewer' } as const

const Shops = ({ shops }: { shops: AccountView['shops'] }) => {
  const { goTo, isBusy, failure } = useSwitchShop('/admin/account')
  return (
    <Section id="shops" title={shops.length === 1 ? 'Your shop' : 'Your shops'}>
      <div role="alert" className="empty:hidden">
        {failure !== null && <Notice tone="bad">{failure}</Notice>}
      </div>
      <ul className="grid gap-1">
        {shops.map((shop) => (
          <li key={shop.id} className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-0 font-semibold break-words">{shop.name}</span>
            <span className="mr-auto text-ink-soft">{roleNames[shop.role]}</span>
            {shop.isCurrent ? (
              <Badge tone="good">You are here</Badge>
            ) : (
              <Button
                size="small"
                disabled={isBusy}
                onClick={() => goTo(shop.id)}
                aria-label={`Switch to ${shop.name}`}
              >
                Switch
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

export const AccountDetails = ({ account }: { account: AccountView }) => (
  <>
    <Section id="you" title="You">
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_minmax(0,1fr)]">
        <dt className="text-ink-soft">Name</dt>
        <dd className="break-words">{account.user.name}</dd>
        <dt className="text-ink-soft">Email address</dt>
        <dd className="break-words">{account.user.email}</dd>
      </dl>
      <p className="text-sm text-ink-soft">
        They were set when your account was created and can’t be changed here. To use another address,{' '}
        {account.shops.length > 0
          ? 'ask an owner of the shop to invite it under People: it becomes an account of its own.'
          : 'add it as an operator at the server’s console: it becomes an account of its own.'}
      </p>
    </Section>
    {account.shops.length > 0 && <Shops shops={account.shops} />}
    {account.user.hasPassword ? <ChangePassword /> : <SetPassword email={account.user.email} />}
  </>
)
