import type { Metadata } from 'next'
import { RequestLog } from '../../../../admin/requests/request-log.tsx'
import { memberSession } from '../../../../server/session.ts'

export const metadata: Metadata = { title: 'Review requests' }

const RequestsPage = async () => {
  const { shop } = await memberSession()
  return <RequestLog isConnected={shop.isConnected} />
}

export default RequestsPage
