import { z } from 'zod'

/** What names a shop in addresses that customers see. Its form is checked where it is looked up. */
export const shopAccessCodeSchema = z.object({ shopAccessCode: z.string().max(200) })
