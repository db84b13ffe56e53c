'use client'

import {
  Activity,
  AppWindow,
  Gauge,
  MessageSquareText,
  Send,
  Settings,
  Siren,
  Truck,
  Users,
  Webhook,
} from 'lucide-react'
import { usePathname } from 'next/navigation'
import { cn } from '../style/cn.ts'

const sections = {
  shop: [
    { href: '/admin/reviews', name: 'Reviews', Icon: MessageSquareText },
    { href: '/admin/requests', name: 'Requests', Icon: Send },
    { href: '/admin/delivery', name: 'Delivery', Icon: Truck },
    { href: '/admin/widget', name: 'Widget', Icon: AppWindow },
    { href: '/admin/members', name: 'People', Icon: Users },
    { href: '/admin/shop', name: 'Shop', Icon: Settings },
  ],
  operator: [
    { href: '/operator/incidents', name: 'Incidents', Icon: Siren },
    { href: '/operator/attempts', name: 'Attempts', Icon: Activity },
    { href: '/operator', name: 'Webhooks', Icon: Webhook },
    { href: '/operator/load', name: 'Load', Icon: Gauge },
  ],
} as const

export type RailSection = keyof typeof sections

/** A page below a section's own belongs to it, except below the operator's first. */
const isHere = (path: string, href: string): boolean =>
  path === href || (href !== '/operator' && path.startsWith(`${href}/`))

/** On a phone the links have a line of their own, and a second one where they need it: none is out of sight. */
export const RailLinks = ({ section }: { section: RailSection }) => {
  const path = usePathname()
  return (
    <nav
      aria-label="Main"
      className="flex min-w-0 flex-wrap gap-1 max-sm:order-last max-sm:w-full max-sm:gap-0 lg:flex-col lg:flex-nowrap"
    >
      {sections[section].map(({ href, name, Icon }) => (
        <a
          key={href}
          href={href}
          aria-current={isHere(path, href) ? 'page' : undefined}
          className={cn(
            'flex min-h-9 items-center gap-2.5 rounded-lg px-2.5 transition-colors max-sm:px-2 max-sm:text-sm pointer-coarse:min-h-11',
            isHere(path, href)
              ? 'bg-accent-soft font-semibold text-accent-text'
              : 'text-ink-soft hover:bg-sunken hover:text-ink',
          )}
        >
          <Icon aria-hidden className="size-4.5 shrink-0 max-sm:hidden" />
          <span className="whitespace-nowrap">{name}</span>
        </a>
      ))}
    </nav>
  )
}
