import { adminSettingsTexts as texts } from '@afterword/language/texts/admin-settings/texts'
import { shopThemeStyle } from '#theme/shop-theme.ts'
import { ShopMark } from '#customer/page/shop-mark.tsx'
import { StarRating } from '#ui/star-rating.tsx'
import { starsLabel } from '#ui/stars-label.ts'

interface Look {
  readonly name: string
  readonly logoUrl: string | null
  readonly accentColor: string
}

/** The head of a review page in the shop's look, as it would be if it were saved now. */
export const LookPreview = ({ look }: { look: Look }) => (
  <section aria-labelledby="look-preview" className="grid content-start gap-2">
    <h3 id="look-preview" className="text-sm font-semibold text-ink-soft">
      {texts.preview}
    </h3>
    <div
      style={shopThemeStyle(look.accentColor)}
      className="shop-theme grid gap-4 rounded-xl border border-line bg-surface p-4"
    >
      <div className="flex items-center gap-3">
        <ShopMark key={look.logoUrl} shop={look} />
        <p className="min-w-0 font-semibold wrap-anywhere">{look.name}</p>
      </div>
      <StarRating value={4} label={starsLabel(4)} starClassName="size-7" />
      <p aria-hidden className="rounded-lg bg-accent px-5 py-2.5 text-center text-lg font-semibold text-accent-ink">
        {texts.previewButton}
      </p>
    </div>
  </section>
)
