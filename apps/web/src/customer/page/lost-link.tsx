import type { LinkPagesTexts } from '@afterword/language/texts/link-pages/texts'
import { Button } from '#ui/button.tsx'
import { RememberedShopLink } from './remembered-shop-link.tsx'

/**
 * What to do about a link that does not work. The server says the same for every such link.
 *
 * @param hasOwner  Whether it is a review link, which once went to somebody: they may have a fresh one.
 */
export const LostLink = ({ words, hasOwner = false }: { words: LinkPagesTexts; hasOwner?: boolean }) => (
  <div className="grid gap-4">
    <h1 className="text-xl font-semibold">{words.notFoundTitle}</h1>
    <p>{words.notFoundBody}</p>
    {hasOwner && (
      // Without an address it goes to the page's own: what is served here is the same for every code.
      <form method="post" className="grid gap-4">
        <p>{words.linkAgainOffer}</p>
        <div>
          <Button type="submit" look="primary" size="large">
            {words.linkAgain}
          </Button>
        </div>
      </form>
    )}
    {!hasOwner && <RememberedShopLink template={words.notFoundRemembered} />}
    <p className="text-md text-ink-soft">{words.notFoundShop}</p>
  </div>
)
