import { dictionaryOf, type Language } from '../language/dictionary.ts'
import { RememberedShopLink } from './remembered-shop-link.tsx'

/** What to do about a link that does not work. The server says the same for every such link. */
export const LostLink = ({ language }: { language: Language }) => {
  const words = dictionaryOf(language)
  return (
    <div className="grid gap-4">
      <h1 className="text-xl font-semibold">{words.notFoundTitle}</h1>
      <p>{words.notFoundBody}</p>
      <ul className="grid list-disc gap-2 pl-5">
        <li>{words.notFoundNewest}</li>
        <li>{words.notFoundShop}</li>
      </ul>
      <RememberedShopLink template={words.notFoundRemembered('{shop}')} />
    </div>
  )
}
