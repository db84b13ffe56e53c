import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** The texts of the page Webhooks. */
export const operatorWebhooksTexts = englishTexts(en)
