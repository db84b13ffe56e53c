import { LostLink } from '../../../customer/lost-link.tsx'
import { requestLanguage } from '../../../customer/request-language.ts'
import { PlainFrame } from '../../../customer/shop-frame.tsx'

/** One page for unknown, expired and malformed links. */
const LostLinkPage = async () => {
  const language = await requestLanguage(null)
  return (
    <PlainFrame language={language}>
      <LostLink language={language} />
    </PlainFrame>
  )
}

export default LostLinkPage
