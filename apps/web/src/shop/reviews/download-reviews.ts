import { ownCall } from '#call/call.ts'
import { readRefusal } from '#session/session-call.ts'
import { patientSessionFetch } from '#session/session-fetch.ts'

const nameOf = (response: Response): string =>
  /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'reviews.csv'

/** Hands a file to the browser as a download. */
const saveFile = (file: Blob, name: string): void => {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser takes the file in a task of its own.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/**
 * Downloads all reviews of the shop that the page shows. The file is saved only when it has arrived whole: a part of
 * it would look complete.
 *
 * @throws SessionCallError when the server refused; any other error when nothing of ours answered.
 */
export const downloadReviews = async (shopId: string): Promise<void> => {
  const headers = { ...ownCall, 'x-shop': shopId }
  const response = await patientSessionFetch('/api/export/reviews.csv', { method: 'POST', headers })
  if (!response.ok) throw await readRefusal(response)
  saveFile(await response.blob(), nameOf(response))
}
