/** What stands in every mail to people who work with Afterword, around what the mail is about. */
export const en = {
  greeting: 'Hello,',
  greetingNamed: 'Hello {name},',
  code: 'Code: {code}',
} as const
