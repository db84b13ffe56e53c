import { frameTexts as texts } from '@afterword/language/texts/frame/texts'
import type { ReactNode } from 'react'
import { RailLinks, type RailSection } from './rail-links.tsx'
import { UserMenu } from './user-menu.tsx'

interface AdminFrameProps {
  section: RailSection
  title: string
  user: { name: string; email: string }
  /** Told above every page of the section while it is true. */
  notice?: ReactNode
  children: ReactNode
}

/** The left rail and the place beside it. On a phone the rail lies on top, the shop’s name above its links. */
export const AdminFrame = ({ section, title, user, notice, children }: AdminFrameProps) => (
  <div className="lg:grid lg:min-h-dvh lg:grid-cols-[13.5rem_minmax(0,1fr)]">
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-lg focus:bg-surface focus:px-3 focus:py-2"
    >
      {texts.skip}
    </a>
    <header className="flex items-center gap-2 border-b border-line px-3 py-2 max-md:flex-wrap max-md:gap-y-0.5 lg:sticky lg:top-0 lg:h-dvh lg:flex-col lg:items-stretch lg:border-r lg:border-b-0 lg:px-3 lg:py-4">
      <p className="truncate px-2.5 font-semibold md:max-lg:max-w-40 max-md:max-w-60 max-md:px-2 lg:pb-4">{title}</p>
      <RailLinks section={section} />
      <div className="ml-auto lg:mt-auto lg:ml-0">
        <UserMenu user={user} />
      </div>
    </header>
    <div id="content" className="min-w-0">
      {notice}
      {children}
    </div>
  </div>
)
