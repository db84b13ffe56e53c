/** What a person’s account is and where it is signed in: the page Account. */
export const en = {
  title: 'Account',
  pages: { profile: 'Profile', browsers: 'Browsers' },
  you: {
    title: 'You',
    name: 'Name',
    email: 'Email address',
    fixedForMember:
      'They were set when your account was created and can’t be changed here. To use another address, ask an owner of the shop to invite it under People: it becomes an account of its own.',
    fixedForOperator:
      'They were set when your account was created and can’t be changed here. To use another address, add it as an operator at the server’s console: it becomes an account of its own.',
  },
  shops: {
    title: { one: 'Your shop', other: 'Your shops' },
    here: 'You are here',
    switch: 'Switch',
    switchTo: 'Switch to {shop}',
  },
  password: {
    title: 'Password',
    changeLead: 'Changing it signs you out in every other browser.',
    current: 'Current password',
    change: 'Change password',
    changed: 'Password changed. You were signed out in all other browsers.',
    setLead: 'You don’t have a password yet.',
    mailLink: 'Email me a link to set a password',
    linkSent: 'We’ve sent a link to {email}. It works once and expires in 15 minutes.',
  },
  browsers: {
    title: 'Where you are signed in',
    lead: 'If you don’t recognise one, sign it out and change your password.',
    unknown: 'Another program',
    thisOne: 'This browser',
    remembered: 'Stays signed in',
    used: 'Last used {lastUsed} · signed in {signedIn}',
    usedOnNetwork: 'Last used {lastUsed} · network {network} · signed in {signedIn}',
    signOut: 'Sign out',
    signOutOf: 'Sign out {browser}',
    signOutOthers: 'Sign out all others',
    ended: { one: 'One browser was signed out.', other: '{count} browsers were signed out.' },
    askTitle: 'Sign out everywhere else?',
    askText: 'You will have to sign in again on every other device. This browser stays signed in.',
    cancel: 'Cancel',
  },
} as const
