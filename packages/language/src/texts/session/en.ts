/** What a signed-in page asks and says about its session. */
export const en = {
  reload: 'Reload',
  stepUp: {
    title: 'Confirm it’s you',
    description: 'For your security, enter your password to continue.',
    password: 'Password',
    noPassword: 'No password? {link} instead, and come back here.',
    signInAgain: 'Sign in again',
    cancel: 'Cancel',
    continue: 'Continue',
  },
} as const
