import { redirect } from 'next/navigation'
import { memberSession } from '../../../server/session.ts'

const AdminPage = async () => {
  if ((await memberSession()) === null) return null
  redirect('/admin/reviews')
}

export default AdminPage
