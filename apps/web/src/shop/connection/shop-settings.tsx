import { adminShopTexts as texts } from '@afterword/language/texts/admin-shop/texts'
import { shopifyEmbedCode } from '@afterword/validation/widget/embed-code'
import { PageBody } from '#frame/page-body.tsx'
import { PageHeader } from '#frame/page-header.tsx'
import { SettingsTabs } from '#frame/settings-tabs.tsx'
import { CopyText } from './copy-text.tsx'
import { WebhookSecret } from './webhook-secret.tsx'

interface ShopSettingsProps {
  shop: { readonly name: string; readonly domain: string; readonly accessCode: string }
  publicUrl: string
  isOwner: boolean
}

/** How the shop's platform and its customers reach us. */
export const ShopSettings = ({ shop, publicUrl, isOwner }: ShopSettingsProps) => (
  <main>
    <PageHeader title={texts.title} />
    <PageBody>
      <SettingsTabs current="connection" isOwner={isOwner} />
      <dl className="grid gap-4 rounded-xl border border-line bg-surface p-4">
        <div>
          <dt className="text-sm text-ink-soft">{texts.name}</dt>
          <dd className="font-semibold wrap-anywhere">{shop.name}</dd>
        </div>
        <div>
          <dt className="text-sm text-ink-soft">{texts.domain}</dt>
          <dd className="wrap-anywhere">{shop.domain}</dd>
        </div>
        <div>
          <dt className="text-sm text-ink-soft">{texts.customersAddress}</dt>
          <dd>
            <CopyText words={texts.copy.customersAddress} value={`${publicUrl}/write/login/${shop.accessCode}`} />
          </dd>
        </div>
        <div>
          <dt className="text-sm text-ink-soft">{texts.webhookAddress}</dt>
          <dd>
            <CopyText words={texts.copy.webhookAddress} value={`${publicUrl}/webhooks/shopify`} />
          </dd>
        </div>
      </dl>
      <p className="text-sm text-ink-soft">{texts.setByOperator}</p>
      <section aria-labelledby="embed-title" className="grid gap-3">
        <h2 id="embed-title" className="text-lg font-semibold">
          {texts.embed.title}
        </h2>
        <p className="text-ink-soft">{texts.embed.text}</p>
        <CopyText words={texts.copy.embed} value={shopifyEmbedCode({ publicUrl, accessCode: shop.accessCode })} />
      </section>
      {isOwner && <WebhookSecret />}
    </PageBody>
  </main>
)
