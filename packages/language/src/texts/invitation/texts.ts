import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** The texts of the page that an invitation opens. */
export const invitationTexts = englishTexts(en)
