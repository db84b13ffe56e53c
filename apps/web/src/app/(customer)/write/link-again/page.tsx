import { linkPagesTexts } from '@afterword/language/texts/link-pages/texts'
import { MailCheck } from 'lucide-react'
import type { Metadata } from 'next'
import { Notice } from '#ui/notice.tsx'
import { readLoginQuery } from '#customer/page/login-query.ts'
import { RememberedShopLink } from '#customer/page/remembered-shop-link.tsx'
import { requestLanguage } from '#customer/page/request-language.ts'
import { PlainFrame } from '#customer/page/shop-frame.tsx'
import { refusalText } from '#customer/texts/refusal-text.ts'

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What the page says first: only that a mail is on its way when it was asked for. */
const headOf = async ({ searchParams }: PageProps) => {
  const language = await requestLanguage(null)
  const words = linkPagesTexts[language]
  const query = readLoginQuery(await searchParams)
  const message = refusalText(query, language)
  const isSent = query.isSent && message === null
  const title = isSent ? words.linkAgainTitle : words.linkAgainColdTitle
  return { language, words, title, message, isSent }
}

export const generateMetadata = async (props: PageProps): Promise<Metadata> => ({
  title: { absolute: (await headOf(props)).title },
})

const Asked = ({ title, body }: { title: string; body: string }) => (
  <div role="status" className="grid justify-items-start gap-4">
    <MailCheck aria-hidden className="size-10 text-accent-text" />
    <h1 className="text-xl font-semibold">{title}</h1>
    <p>{body}</p>
  </div>
)

const NotAsked = ({ title, body, message }: { title: string; body: string; message: string | null }) => (
  <>
    <h1 className="text-xl font-semibold">{title}</h1>
    {message === null ? (
      <p>{body}</p>
    ) : (
      <Notice tone="waiting" role="alert">
        {message}
      </Notice>
    )}
  </>
)

/** What somebody sees who asked for a fresh link by a dead one. It answers the same to everybody. */
const LinkAgainPage = async (props: PageProps) => {
  const { language, words, title, message, isSent } = await headOf(props)
  return (
    <PlainFrame language={language}>
      <div className="grid justify-items-start gap-4">
        {isSent ? (
          <Asked title={title} body={words.linkAgainBody} />
        ) : (
          <NotAsked title={title} body={words.linkAgainCold} message={message} />
        )}
        <p className="text-ink-soft">{isSent ? words.linkAgainNothing : words.linkAgainElse}</p>
        <RememberedShopLink template={words.notFoundRemembered} look="secondary" />
      </div>
    </PlainFrame>
  )
}

export default LinkAgainPage
