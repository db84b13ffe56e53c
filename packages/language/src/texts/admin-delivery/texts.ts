import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** How a shop’s review requests reach its customers, and which customers gave up. */
export const adminDeliveryTexts = englishTexts(en)
