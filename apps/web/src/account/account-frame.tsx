'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { PageBody } from '#frame/page-body.tsx'
import { PageHeader } from '#frame/page-header.tsx'
import { statusBarSpace } from '#ui/status-bar.tsx'
import { Tab, Tabs } from '#ui/tabs.tsx'

const pages = [
  { href: '/admin/account', name: 'Profile' },
  { href: '/admin/account/sessions', name: 'Browsers' },
] as const

/** The pages about the person themselves. */
export const AccountFrame = ({ children }: { children: ReactNode }) => {
  const path = usePathname()
  return (
    <main>
      <PageHeader title="Account" />
      <PageBody className={statusBarSpace}>
        <Tabs label="Account">
          {pages.map(({ href, name }) => (
            <Tab key={href} href={href} isCurrent={path === href}>
              {name}
            </Tab>
          ))}
        </Tabs>
        {children}
      </PageBody>
    </main>
  )
}
