'use client'

import { frameTexts as texts } from '@afterword/language/texts/frame/texts'
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
import { cn } from '#ui/cn.ts'

const sections = {
  shop: [
    { href: '/admin/reviews', name: texts.sections.reviews, Icon: MessageSquareText },
    { href: '/admin/requests', name: texts.sections.requests, Icon: Send },
    { href: '/admin/delivery', name: texts.sections.delivery, Icon: Truck },
    { href: '/admin/widget', name: texts.sections.widget, Icon: AppWindow },
    { href: '/admin/members', name: texts.sections.people, Icon: Users },
    { href: '/admin/settings', name: texts.sections.settings, Icon: Settings },
  ],
  operator: [
    { href: '/operator/incidents', name: texts.sections.incidents, Icon: Siren },
    { href: '/operator/attempts', name: texts.sections.attempts, Icon: Activity },
    { href: '/operator', name: texts.sections.webhooks, Icon: Webhook },
    { href: '/operator/load', name: texts.sections.load, Icon: Gauge },
  ],
} as const

export type RailSection = keyof typeof sections

const columns: Readonly<Record<RailSection, string>> = {
  shop: 'max-sm:grid-cols-3 sm:max-md:grid-cols-6',
  operator: 'max-md:grid-cols-4',
}

/** Pages that stand beside a section's own, as tabs of it. */
const besides: Readonly<Record<string, readonly string[]>> = { '/admin/settings': ['/admin/shop', '/admin/audit'] }

/** A page below a section's own belongs to it, except below the operator's first. */
const isHere = (path: string, href: string): boolean =>
  path === href || besides[href]?.includes(path) === true || (href !== '/operator' && path.startsWith(`${href}/`))

/** On a phone the links stand in rows of equal length below the title, so that all of them are seen. */
export const RailLinks = ({ section }: { section: RailSection }) => {
  const path = usePathname()
  return (
    <nav
      aria-label={texts.main}
      className={cn(
        'flex min-w-0 gap-1 max-md:order-last max-md:grid max-md:w-full max-md:gap-0 lg:flex-col',
        columns[section],
      )}
    >
      {sections[section].map(({ href, name, Icon }) => (
        <a
          key={href}
          href={href}
          aria-current={isHere(path, href) ? 'page' : undefined}
          className={cn(
            'flex min-h-9 items-center gap-2.5 rounded-lg px-2.5 transition-colors max-md:justify-center max-lg:px-2 max-md:text-sm pointer-coarse:min-h-11',
            isHere(path, href)
              ? 'bg-accent-soft font-semibold text-accent-text'
              : 'text-ink-soft hover:bg-sunken hover:text-ink',
          )}
        >
          <Icon aria-hidden className="size-4.5 shrink-0 max-lg:hidden" />
          <span className="whitespace-nowrap">{name}</span>
        </a>
      ))}
    </nav>
  )
}
