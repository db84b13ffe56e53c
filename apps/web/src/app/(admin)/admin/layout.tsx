import type { ReactNode } from 'react'
import { StaffFrame } from '#frame/staff-frame.tsx'

/** Operators have pages here too, those of their own account; every other page guards itself. */
const AdminLayout = ({ children }: { children: ReactNode }) => <StaffFrame>{children}</StaffFrame>

export default AdminLayout
