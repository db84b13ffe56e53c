import { fetchInTime } from './call.ts'
import { createRefreshingFetch } from './refreshing-fetch.ts'

/** What every call of this tab that needs a session goes through, so that they renew together. */
export const sessionFetch = createRefreshingFetch(fetchInTime)
