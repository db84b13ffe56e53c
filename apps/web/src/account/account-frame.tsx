'use client'

import { accountTexts as texts } from '@afterword/language/texts/account/texts'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { PageBody } from '#frame/page-body.tsx'
import { PageHeader } from '#frame/page-header.tsx'
import { statusBarSpace } from '#ui/status-bar.tsx'
import { Tab, Tabs } from '#ui/tabs.tsx'

const pages = [
  { href: '/admin/account', name: texts.pages.profile },
  { href: '/admin/account/sessions', name: texts.pages.browsers },
] as const

/** The pages about the person themselves. */
export const AccountFrame = ({ children }: { children: ReactNode }) => {
  const path = usePathname()
  return (
    <main>
      <PageHeader title={texts.title} />
      <PageBody className={statusBarSpace}>
        <Tabs label={texts.title}>
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
