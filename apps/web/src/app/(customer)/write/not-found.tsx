import { linkPagesTexts } from '@afterword/language/texts/link-pages/texts'
import { LostLink } from '#customer/page/lost-link.tsx'
import { requestLanguage } from '#customer/page/request-language.ts'
import { PlainFrame } from '#customer/page/shop-frame.tsx'

/** One page for unknown, expired and malformed links. */
const LostLinkPage = async () => {
  const language = await requestLanguage(null)
  return (
    <PlainFrame language={language}>
      <LostLink words={linkPagesTexts[language]} />
    </PlainFrame>
  )
}

export default LostLinkPage
