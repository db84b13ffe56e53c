import type { Language } from '@afterword/language/languages'
import type { ReactNode } from 'react'
import { shopThemeStyle } from '#theme/shop-theme.ts'
import { ShopMark } from './shop-mark.tsx'

interface ShopCard {
  name: string
  logoUrl: string | null
  accentColor: string
}

/** A customer's page belongs to the shop: its mark, its accent, one column for one thumb. */
export const ShopFrame = ({
  shop,
  language,
  children,
}: {
  shop: ShopCard
  language: Language
  children: ReactNode
}) => (
  <div lang={language} style={shopThemeStyle(shop.accentColor)} className="shop-theme min-h-dvh text-lg">
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col px-4 pb-10 sm:px-6">
      <header className="flex min-h-16 items-center gap-3 py-3 sm:py-5">
        <ShopMark shop={shop} />
        <p className="min-w-0 font-semibold">{shop.name}</p>
      </header>
      <main className="flex-1 sm:flex-none sm:rounded-2xl sm:border sm:border-line sm:bg-surface sm:p-8">
        {children}
      </main>
    </div>
  </div>
)

/** The same page where the shop is not known. */
export const PlainFrame = ({ language, children }: { language: Language; children: ReactNode }) => (
  <div lang={language} className="min-h-dvh text-lg">
    <div className="mx-auto max-w-xl px-4 py-10 sm:px-6 sm:py-20">
      <main className="sm:rounded-2xl sm:border sm:border-line sm:bg-surface sm:p-8">{children}</main>
    </div>
  </div>
)
