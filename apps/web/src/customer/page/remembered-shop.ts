import { isRecord } from '#browser/is-record.ts'

/** The shop whose review page was last opened on this device. */
export interface RememberedShop {
  readonly name: string
  readonly accessCode: string
}

const isShortText = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 200

const name = 'afterword:shop'

/** Lets a dead link offer a fresh one: only this device knows which shop it was. */
export const rememberShop = (store: Pick<Storage, 'setItem'> | null, shop: RememberedShop): void => {
  try {
    store?.setItem(name, JSON.stringify({ name: shop.name, accessCode: shop.accessCode }))
  } catch {
    // Nothing is lost: a dead link then offers the general way.
  }
}

export const recallShop = (store: Pick<Storage, 'getItem'> | null): RememberedShop | null => {
  try {
    const value: unknown = JSON.parse(store?.getItem(name) ?? 'null')
    if (!isRecord(value)) return null
    const { name: shopName, accessCode } = value
    return isShortText(shopName) && isShortText(accessCode) ? { name: shopName, accessCode } : null
  } catch {
    return null
  }
}
