import { adminRequestsTexts as texts } from '@afterword/language/texts/admin-requests/texts'
import type { Metadata } from 'next'
import { RequestLog } from '#shop/requests/request-log.tsx'
import { memberSession } from '#session/session.ts'

export const metadata: Metadata = { title: texts.title }

const RequestsPage = async () => {
  const { shop } = await memberSession()
  return <RequestLog isConnected={shop.isConnected} />
}

export default RequestsPage
