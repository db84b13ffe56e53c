/** A product as the invented shop's platform would state it: amounts are text. */
export interface DemoProductContent {
  readonly handle: string
  readonly title: string
  /** Above 2^53, as a platform's ids are. */
  readonly platformId: string
  readonly price: string
  readonly compareAt: string | null
  readonly variants: readonly string[]
  /** How many of the shop's 300 reviews are about it. */
  readonly reviewCount: number
  /** Most pieces of it in one order. */
  readonly maxQuantity: number
}

/** What "Hearth & Wool" sells, in the order in which its pages list it. */
export const demoProducts = [
  {
    handle: 'merino-throw',
    title: 'Merino Throw',
    platformId: '918245017736400101',
    price: '119.00',
    compareAt: '149.00',
    variants: ['Oat', 'Rust', 'Pine'],
    reviewCount: 52,
    maxQuantity: 1,
  },
  {
    handle: 'stoneware-mug',
    title: 'Stoneware Mug',
    platformId: '918245017736400102',
    price: '24.00',
    compareAt: null,
    variants: ['Sand', 'Moss', 'Ink'],
    reviewCount: 44,
    maxQuantity: 4,
  },
  {
    handle: 'waffle-towels',
    title: 'Waffle Towels, Set of Two',
    platformId: '918245017736400103',
    price: '38.00',
    compareAt: '0.00',
    variants: ['Clay', 'Sage', 'Natural'],
    reviewCount: 36,
    maxQuantity: 2,
  },
  {
    handle: 'lambswool-cushion',
    title: 'Lambswool Cushion',
    platformId: '918245017736400104',
    price: '54.00',
    compareAt: null,
    variants: ['Ochre', 'Ivory'],
    reviewCount: 30,
    maxQuantity: 2,
  },
  {
    handle: 'serving-bowl',
    title: 'Speckled Serving Bowl',
    platformId: '918245017736400105',
    price: '58.00',
    compareAt: '72.00',
    variants: [],
    reviewCount: 26,
    maxQuantity: 1,
  },
  {
    handle: 'walnut-board',
    title: 'Walnut Cutting Board',
    platformId: '918245017736400106',
    price: '76.00',
    compareAt: null,
    variants: ['Medium', 'Large'],
    reviewCount: 26,
    maxQuantity: 1,
  },
  {
    handle: 'teapot',
    title: 'Round Teapot, 0.9 l',
    platformId: '918245017736400107',
    price: '84.50',
    compareAt: null,
    variants: ['Celadon', 'Ink'],
    reviewCount: 24,
    maxQuantity: 1,
  },
  {
    handle: 'oak-tray',
    title: 'Oak Tray with Handles',
    platformId: '918245017736400108',
    price: '64.00',
    compareAt: '80.00',
    variants: [],
    reviewCount: 22,
    maxQuantity: 1,
  },
  {
    handle: 'bud-vase',
    title: 'Bud Vase',
    platformId: '918245017736400109',
    price: '32.00',
    compareAt: null,
    variants: ['Terracotta', 'Chalk'],
    reviewCount: 18,
    maxQuantity: 3,
  },
  {
    handle: 'beech-spoon',
    title: 'Beechwood Cooking Spoon',
    platformId: '918245017736400110',
    price: '9.50',
    compareAt: null,
    variants: [],
    reviewCount: 14,
    maxQuantity: 3,
  },
  {
    handle: 'wool-rug',
    title: 'Hand-Knotted Wool Rug, 170 × 240 cm',
    platformId: '918245017736400111',
    price: '1290.00',
    compareAt: null,
    variants: ['Terracotta', 'Moss'],
    reviewCount: 8,
    maxQuantity: 1,
  },
  {
    handle: 'ash-stool',
    title: 'Three-Legged Ash Stool',
    platformId: '918245017736400112',
    price: '168.00',
    compareAt: null,
    variants: [],
    reviewCount: 0,
    maxQuantity: 1,
  },
] as const satisfies readonly DemoProductContent[]

export type DemoHandle = (typeof demoProducts)[number]['handle']
