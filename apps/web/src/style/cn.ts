import { clsx, type ClassValue } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

const merge = extendTailwindMerge({ extend: { theme: { text: ['sm', 'md', 'lg', 'xl'] } } })

/** Joins class names; of two that set the same property, the last one stays. */
export const cn = (...classes: ClassValue[]): string => merge(clsx(classes))
