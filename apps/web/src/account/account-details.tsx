'use client'

import { sayCount } from '@afterword/language/say-count'
import { say } from '@afterword/language/text'
import { accountTexts as texts } from '@afterword/language/texts/account/texts'
import { rolesTexts } from '@afterword/language/texts/roles/texts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { AccountView } from './account-view.ts'
import { ChangePassword } from './change-password.tsx'
import { Section } from './section.tsx'
import { SetPassword } from './set-password.tsx'
import { useSwitchShop } from '#session/use-switch-shop.ts'

const { shops: words, you } = texts

const Shops = ({ shops }: { shops: AccountView['shops'] }) => {
  const { goTo, isBusy, failure } = useSwitchShop('/admin/account')
  return (
    <Section id="shops" title={sayCount(words.title, { count: shops.length }, texts)}>
      <div role="alert" className="empty:hidden">
        {failure !== null && <Notice tone="bad">{failure}</Notice>}
      </div>
      <ul className="grid gap-1">
        {shops.map((shop) => (
          <li key={shop.id} className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-0 font-semibold break-words">{shop.name}</span>
            <span className="mr-auto text-ink-soft">{rolesTexts.names[shop.role]}</span>
            {shop.isCurrent ? (
              <Badge tone="good">{words.here}</Badge>
            ) : (
              <Button
                size="small"
                disabled={isBusy}
                onClick={() => goTo(shop.id)}
                aria-label={say(words.switchTo, { shop: shop.name })}
              >
                {words.switch}
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
    <Section id="you" title={you.title}>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_minmax(0,1fr)]">
        <dt className="text-ink-soft">{you.name}</dt>
        <dd className="break-words">{account.user.name}</dd>
        <dt className="text-ink-soft">{you.email}</dt>
        <dd className="break-words">{account.user.email}</dd>
      </dl>
      <p className="text-sm text-ink-soft">{account.shops.length > 0 ? you.fixedForMember : you.fixedForOperator}</p>
    </Section>
    {account.shops.length > 0 && <Shops shops={account.shops} />}
    {account.user.hasPassword ? <ChangePassword /> : <SetPassword email={account.user.email} />}
  </>
)
