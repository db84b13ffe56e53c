import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** The shop's log of acts, for its owners. */
export const adminAuditTexts = englishTexts(en)
