/**
 * Joins class names and leaves out what is absent. Two classes that set the same property are not
 * weighed against each other: a component that comes in several sizes has a prop for it.
 */
export const cn = (...classes: readonly (string | false | undefined)[]): string => classes.filter(Boolean).join(' ')
