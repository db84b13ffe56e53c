import { handleSignIn } from '#sign-in/handle-sign-in.ts'

export const GET = handleSignIn
export const POST = handleSignIn
