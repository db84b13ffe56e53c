/** Pages that the public door writes itself, while everything behind it may be away. HTML: no text has a `<` or an `&`. */
export const en = {
  limited: {
    attempts: { title: 'Too many attempts', text: 'Please try again in {wait}.' },
    links: {
      title: 'Too many links that do not work',
      text: 'From your network many links were tried that do not work. Please try again in {wait}. A link from your newest mail still works.',
    },
  },
  refused: {
    'address.too_long': {
      title: 'This address is too long',
      text: 'Open the link from your mail again, or enter a shorter address.',
    },
    'body.too_large': {
      title: 'What you sent is too long',
      text: 'It hasn’t been saved. Go back, shorten your text and send it again.',
    },
    'headers.too_large': {
      title: 'Your browser sends too many cookies',
      text: 'Your browser sends too many cookies for this site, so we can’t read its request. Delete this site’s cookies in your browser’s settings and open the page again. If you were signed in, you will have to sign in again.',
    },
    'request.invalid': {
      title: 'We can’t read what your browser sent',
      text: 'Nothing was changed. Go back and try again, or try another browser.',
    },
    'request.too_slow': {
      title: 'What you sent didn’t arrive in time',
      text: 'It hasn’t been saved. Check your connection, go back and send it again: your text is still in the form.',
    },
  },
  sendAgain: {
    review: {
      title: 'Your review isn’t saved yet',
      text: 'Something on our side didn’t respond. Everything you wrote is below. Please stay on this page and send it again in a moment: if you go back, it may be gone. You can send it as often as you like: it is saved once.',
    },
    form: {
      title: 'This hasn’t been done yet',
      text: 'Something on our side didn’t respond. What you entered is below. Please stay on this page and send it again in a moment: if you go back, it may be gone.',
    },
    stars: '{rating} of 5 stars',
    send: 'Send again',
  },
  /** Nothing is said of what was typed and not saved: without scripts it stands in the browser alone, and may not last. */
  wait: {
    busy: {
      title: 'We are very busy',
      text: 'This page reloads automatically in a moment. Everything that was saved before is still there.',
    },
    unsent: {
      title: 'Please send this again',
      text: 'What you sent hasn’t been saved yet, because our server couldn’t take it. Please stay on this page and reload it in a moment: your browser then sends the same again. If you go back, what you wrote may be gone.',
    },
    away: {
      title: 'We’ll be right back',
      text: 'Part of our server isn’t responding. This page reloads automatically. You stay signed in, and everything that was saved before is still there.',
    },
    fault: {
      title: 'This page could not be loaded',
      text: 'Something went wrong on our side. Nothing was changed. This page reloads automatically in a moment.',
    },
  },
  reloadNow: 'Reload now',
} as const
