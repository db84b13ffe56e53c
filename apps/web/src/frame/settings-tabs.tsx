'use client'

import { frameTexts } from '@afterword/language/texts/frame/texts'
import { Tab, Tabs } from '#ui/tabs.tsx'

const { settings: texts } = frameTexts

const pages = [
  { name: 'general', href: '/admin/settings' },
  { name: 'connection', href: '/admin/shop' },
  { name: 'log', href: '/admin/audit' },
] as const

interface SettingsTabsProps {
  current: (typeof pages)[number]['name']
  /** The log is for owners. */
  isOwner: boolean
}

/** The pages on which an owner arranges the shop, side by side. */
export const SettingsTabs = ({ current, isOwner }: SettingsTabsProps) => (
  <Tabs label={texts.label}>
    {pages
      .filter(({ name }) => isOwner || name !== 'log')
      .map(({ name, href }) => (
        <Tab key={name} href={href} isCurrent={name === current}>
          {texts[name]}
        </Tab>
      ))}
  </Tabs>
)
