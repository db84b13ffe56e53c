import { redirect } from 'next/navigation'
import { memberSession } from '#session/session.ts'

const AdminPage = async () => {
  await memberSession()
  redirect('/admin/reviews')
}

export default AdminPage
