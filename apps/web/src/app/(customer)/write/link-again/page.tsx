import { MailCheck } from 'lucide-react'
import type { Metadata } from 'next'
import { Notice } from '../../../../components/ui/notice.tsx'
import { RememberedShopLink } from '../../../../customer/remembered-shop-link.tsx'
import { requestLanguage } from '../../../../customer/request-language.ts'
import { PlainFrame } from '../../../../customer/shop-frame.tsx'
import { customerMessage, dictionaryOf } from '../../../../language/dictionary.ts'

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = async (): Promise<Metadata> => ({
  title: { absolute: dictionaryOf(await requestLanguage(null)).linkAgainTitle },
})

/** What somebody sees who asked for a fresh link by a dead one. It answers the same to everybody. */
const LinkAgainPage = async ({ searchParams }: PageProps) => {
  const language = await requestLanguage(null)
  const words = dictionaryOf(language)
  const { error } = await searchParams
  return (
    <PlainFrame language={language}>
      <div className="grid justify-items-start gap-4">
        {typeof error === 'string' ? (
          <Notice tone="waiting" role="alert">
            {customerMessage(words, error)}
          </Notice>
        ) : (
          <div role="status" className="grid justify-items-start gap-4">
            <MailCheck aria-hidden className="size-10 text-accent-text" />
            <h1 className="text-xl font-semibold">{words.linkAgainTitle}</h1>
            <p>{words.linkAgainBody}</p>
          </div>
        )}
        <p className="text-ink-soft">{words.linkAgainNothing}</p>
        <RememberedShopLink template={words.notFoundRemembered('{shop}')} look="secondary" />
      </div>
    </PlainFrame>
  )
}

export default LinkAgainPage
