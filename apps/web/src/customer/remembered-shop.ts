import { z } from 'zod'

const shopSchema = z.object({ name: z.string().min(1).max(200), accessCode: z.string().min(1).max(200) })
/** The shop whose review page was last opened on this device. */
export type RememberedShop = z.infer<typeof shopSchema>

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
    return shopSchema.safeParse(JSON.parse(store?.getItem(name) ?? 'null')).data ?? null
  } catch {
    return null
  }
}
