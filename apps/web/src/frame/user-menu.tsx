'use client'

import { frameTexts as texts } from '@afterword/language/texts/frame/texts'
import { useQuery } from '@tanstack/react-query'
import { CircleUserRound, Store, UserCog } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useSwitchShop } from '#session/use-switch-shop.ts'
import { isComposing } from '#ui/is-composing.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useTRPC } from '#session/context.ts'
import { SignOutButton } from './sign-out-button.tsx'

/** The person's other shops, asked for when the menu opens. */
const ShopSwitch = () => {
  const trpc = useTRPC()
  const account = useQuery(trpc.admin.account.get.queryOptions())
  const { goTo, isBusy, failure } = useSwitchShop('/admin')
  const others = account.data?.shops.filter((shop) => !shop.isCurrent) ?? []
  if (others.length === 0) return null
  return (
    <div role="group" aria-label={texts.otherShops} className="grid gap-1 border-b border-line pb-1">
      <p aria-hidden className="px-2.5 pt-1 text-sm text-ink-soft">
        {texts.otherShops}
      </p>
      {others.map((shop) => (
        <Button
          key={shop.id}
          look="quiet"
          size="small"
          disabled={isBusy}
          onClick={() => goTo(shop.id)}
          className="justify-start!"
        >
          <Store aria-hidden /> <span className="truncate">{shop.name}</span>
        </Button>
      ))}
      <p role="alert" className="px-2.5 text-sm text-red empty:hidden">
        {failure}
      </p>
    </div>
  )
}

/** Who is signed in, and what they may do about it. */
export const UserMenu = ({ user }: { user: { name: string; email: string } }) => {
  const [isOpen, setIsOpen] = useState(false)
  const menu = useRef<HTMLDetailsElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || isComposing(event) || menu.current?.open !== true) return
    menu.current.open = false
    menu.current.querySelector('summary')?.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes what its own button opened
    <details
      ref={menu}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
      onKeyDown={onKeyDown}
      className="group relative"
    >
      <summary className="flex min-h-9 cursor-pointer list-none items-center gap-2 rounded-lg px-2.5 hover:bg-sunken pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <CircleUserRound aria-hidden className="size-5 text-ink-soft" />
        <span className="truncate max-lg:sr-only">{user.name}</span>
      </summary>
      <div className="absolute right-0 z-30 mt-1 grid max-w-72 min-w-52 gap-1 rounded-xl border border-line bg-surface p-2 shadow-lg lg:right-auto lg:bottom-full lg:left-0 lg:mt-0 lg:mb-1">
        <p className="truncate px-2.5 py-1 text-sm text-ink-soft">{user.email}</p>
        {isOpen && <ShopSwitch />}
        <ButtonLink look="quiet" size="small" href="/admin/account" className="justify-start!">
          <UserCog aria-hidden /> {texts.account}
        </ButtonLink>
        <SignOutButton />
      </div>
    </details>
  )
}
