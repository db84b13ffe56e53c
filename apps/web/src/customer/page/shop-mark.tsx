const initialOf = (name: string): string => Array.from(name.trim())[0]?.toUpperCase() ?? ''

/** A shop's logo, or the first letter of its name. */
export const ShopMark = ({ shop }: { shop: { readonly name: string; readonly logoUrl: string | null } }) =>
  shop.logoUrl === null ? (
    <span
      aria-hidden
      className="grid size-9 shrink-0 place-items-center rounded-full bg-accent text-lg font-semibold text-accent-ink"
    >
      {initialOf(shop.name)}
    </span>
  ) : (
    // oxlint-disable-next-line nextjs/no-img-element -- the shop's own address, shown as it is
    <img src={shop.logoUrl} alt="" referrerPolicy="no-referrer" className="h-9 max-w-40 object-contain" />
  )
