import { linkPagesTexts } from '@afterword/language/texts/link-pages/texts'
import { LostLink } from '#customer/page/lost-link.tsx'
import { lostTitle } from '#customer/page/lost-title.ts'
import { requestLanguage } from '#customer/page/request-language.ts'
import { PlainFrame } from '#customer/page/shop-frame.tsx'

export const generateMetadata = lostTitle

/**
 * What apps/api shows in place of every 404 of a customer's page, under the address that was asked for:
 * Next's own not-found pages are empty until their scripts have run.
 */
const LostLinkPage = async ({ params }: { params: Promise<{ kind: string }> }) => {
  const language = await requestLanguage(null)
  return (
    <PlainFrame language={language}>
      <LostLink words={linkPagesTexts[language]} hasOwner={(await params).kind === 'review'} />
    </PlainFrame>
  )
}

export default LostLinkPage
