interface EmbedShop {
  /** The installation's, without a trailing slash. */
  readonly publicUrl: string
  readonly accessCode: string
}

/** The lines for a product page's template in a Shopify theme, which names the product and the page's language. */
export const shopifyEmbedCode = ({ publicUrl, accessCode }: EmbedShop): string =>
  [
    `<script src="${publicUrl}/storefront/v1/widget.js" async></script>`,
    `<afterword-reviews shop="${accessCode}" product-id="{{ product.id }}" locale="{{ request.locale.iso_code }}"></afterword-reviews>`,
  ].join('\n')
