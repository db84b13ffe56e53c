import { say, type Template } from '@afterword/language/text'

interface Greetings {
  readonly greeting: string
  readonly greetingNamed: Template<'name'>
}

/** How a mail begins: by name where one is known. */
export const greet = ({ greeting, greetingNamed }: Greetings, name: string | null): string =>
  name === null ? greeting : say(greetingNamed, { name })
