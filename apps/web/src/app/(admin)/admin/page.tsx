import { redirect } from 'next/navigation'
import { memberSession } from '../../../server/session.ts'

const AdminPage = async () => {
  await memberSession()
  redirect('/admin/reviews')
}

export default AdminPage
