import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** The shop's settings, for the people of the shop. */
export const adminSettingsTexts = englishTexts(en)
